import { defineProblems } from '../../platform/errors/problem.ts';

export const templateProblems = defineProblems({
  template_not_found: {
    status: 404,
    title: { en: 'There is no such template', ru: 'Нет такого шаблона' },
    next: { en: 'Choose one of the library', ru: 'Выберите шаблон из библиотеки' },
  },
});
