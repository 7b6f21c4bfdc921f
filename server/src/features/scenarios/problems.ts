import { defineProblems } from '../../platform/errors/problem.ts';

export const scenarioProblems = defineProblems({
  scenario_not_found: { status: 404, title: { en: 'There is no such scenario', ru: 'Нет такого сценария' } },
  scenario_exists: {
    status: 409,
    title: { en: 'A scenario with this id exists', ru: 'Сценарий с таким идентификатором уже есть' },
    next: {
      en: 'Save its draft instead, or choose another id',
      ru: 'Сохраните его черновик или выберите другой идентификатор',
    },
  },
  scenario_invalid: {
    status: 400,
    title: { en: 'The scenario is not valid', ru: 'Сценарий составлен неверно' },
    next: { en: 'Correct the places listed in "errors"', ru: 'Исправьте места, перечисленные в «errors»' },
  },
  scenario_not_publishable: {
    status: 422,
    title: {
      en: 'The scenario has mistakes and cannot be published',
      ru: 'В сценарии есть ошибки, опубликовать его нельзя',
    },
    next: { en: 'Correct the errors listed', ru: 'Исправьте перечисленные ошибки' },
  },
  file_not_imported: {
    status: 400,
    title: { en: 'The file could not be imported', ru: 'Файл не удалось импортировать' },
    next: { en: 'See "errors" for what is wrong with it', ru: 'Что с ним не так, сказано в «errors»' },
  },
  import_not_found: {
    status: 404,
    title: { en: 'This scenario was not imported', ru: 'Этот сценарий не импортирован' },
  },
  draft_conflict: {
    status: 409,
    title: { en: 'Somebody else saved the draft in the meantime', ru: 'Черновик тем временем сохранил кто-то другой' },
    next: { en: 'Load it again and repeat your change', ru: 'Загрузите его снова и повторите изменение' },
  },
  version_not_found: { status: 404, title: { en: 'There is no such version', ru: 'Нет такой версии' } },
});
