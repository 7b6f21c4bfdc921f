import { defineProblems } from '../../platform/errors/problem.ts';

export const caseProblems = defineProblems({
  case_not_found: { status: 404, title: { en: 'There is no such case', ru: 'Нет такого теста' } },
  case_invalid: {
    status: 400,
    title: { en: 'The case is not valid', ru: 'Тест составлен неверно' },
    next: { en: 'Correct the places listed in "errors"', ru: 'Исправьте места, перечисленные в «errors»' },
  },
  case_too_large: {
    status: 413,
    title: { en: 'The case is too large', ru: 'Тест слишком велик' },
    next: { en: 'Split the dialogue into several cases', ru: 'Разбейте диалог на несколько тестов' },
  },
  too_many_cases: {
    status: 409,
    title: { en: 'The scenario has as many cases as it may have', ru: 'У сценария уже наибольшее число тестов' },
    next: { en: 'Remove one that proves nothing new', ru: 'Удалите тест, который ничего нового не проверяет' },
  },
});
