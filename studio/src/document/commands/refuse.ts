import type { LocalisedText, Problem } from '@scenarium/language';

type Value = string | number;
type Texts = Pick<Problem, 'message' | 'hint'>;

/** Why a command may refuse: code → what to say about the offending value, and what to do next. */
const refusals = {
  unknown_step: (id) => text(`There is no step “${id}”`, `Нет шага «${id}»`, again),
  unknown_flow: (id) => text(`There is no flow “${id}”`, `Нет перехода «${id}»`, again),
  unknown_variable: (id) => text(`There is no variable “${id}”`, `Нет переменной «${id}»`, again),
  unknown_message: (id) => text(`There is no text “${id}”`, `Нет текста «${id}»`, again),
  unknown_trigger: (id) => text(`There is no trigger “${id}”`, `Нет запуска «${id}»`, again),
  unknown_note: (id) => text(`There is no note “${id}”`, `Нет заметки «${id}»`, again),
  unknown_locale: (id) => text(`The scenario has no language “${id}”`, `В сценарии нет языка «${id}»`, again),
  unknown_exit: (id) =>
    text(`The step has no exit “${id}”`, `У шага нет выхода «${id}»`, {
      en: 'Choose another exit',
      ru: 'Выберите другой выход',
    }),
  invalid_value: (why) =>
    text(`Not a valid value: ${why}`, `Недопустимое значение: ${why}`, {
      en: 'Correct the value',
      ru: 'Исправьте значение',
    }),
  duplicate_id: (id) =>
    text(`“${id}” is taken`, `«${id}» уже занято`, { en: 'Choose another name', ru: 'Выберите другое имя' }),
  reserved_name: (id) =>
    text(`“${id}” has a meaning of its own`, `У «${id}» есть собственное значение`, {
      en: 'Choose another name',
      ru: 'Выберите другое имя',
    }),
  duplicate_trigger: (id) =>
    text(`There is a trigger of the same kind: “${id}”`, `Уже есть такой же запуск: «${id}»`, {
      en: 'Change that one',
      ru: 'Измените его',
    }),
  too_many: (most) =>
    text(`There may be at most ${most} of them`, `Их может быть не больше ${most}`, {
      en: 'Split the scenario and call its parts',
      ru: 'Разделите сценарий и вызывайте его части',
    }),
  last_step: () =>
    text('A scenario has at least one step', 'В сценарии есть хотя бы один шаг', {
      en: 'Add another step first',
      ru: 'Сначала добавьте другой шаг',
    }),
  last_locale: () =>
    text('A scenario has at least one language', 'В сценарии есть хотя бы один язык', {
      en: 'Add another language first',
      ru: 'Сначала добавьте другой язык',
    }),
  variable_in_use: (id) =>
    text(`Variable “${id}” is in use`, `Переменная «${id}» используется`, {
      en: 'See where it is used',
      ru: 'Посмотрите, где она используется',
    }),
  message_in_use: (id) =>
    text(`Text “${id}” is in use`, `Текст «${id}» используется`, {
      en: 'Change the steps that say it first',
      ru: 'Сначала измените шаги, которые его говорят',
    }),
  read_only_variable: (id) =>
    text(
      `“${id}” is written by a step and cannot belong to the agent`,
      `«${id}» меняет шаг, она не может принадлежать агенту`,
      { en: 'Change the step first', ru: 'Сначала измените шаг' },
    ),
  variable_captured: (id) =>
    text(
      `“${id}” already names something else in one of the expressions`,
      `«${id}» в одном из выражений уже называет другое`,
      { en: 'Choose another name', ru: 'Выберите другое имя' },
    ),
  misplaced_condition: () =>
    text(
      'Only “next” flows of a condition step have a condition',
      'Условие бывает только у переходов «next» шага «Условие»',
      { en: 'Put a condition step in between', ru: 'Поставьте перед переходом шаг «Условие»' },
    ),
  not_an_order: () => text('The order names other things than there are', 'В порядке названо не то, что есть', again),
  clipboard_foreign: () =>
    text('The clipboard holds no steps', 'В буфере нет шагов', {
      en: 'Copy steps first',
      ru: 'Сначала скопируйте шаги',
    }),
  clipboard_newer: (version) =>
    text(
      `The steps were copied from a newer version (${version})`,
      `Шаги скопированы из более новой версии (${version})`,
      { en: 'Update Scenarium', ru: 'Обновите Scenarium' },
    ),
  clipboard_broken: (why) =>
    text(`The clipboard holds no valid steps: ${why}`, `В буфере нет пригодных шагов: ${why}`, {
      en: 'Copy the steps again',
      ru: 'Скопируйте шаги ещё раз',
    }),
  clipboard_too_large: (length) =>
    text(`The clipboard holds ${length} characters, which is too many`, `В буфере слишком много знаков: ${length}`, {
      en: 'Copy fewer steps',
      ru: 'Скопируйте меньше шагов',
    }),
} as const satisfies Record<string, (value: Value) => Texts>;

export type RefusalCode = keyof typeof refusals;

/** The outcome of a command that changes nothing, and why. */
export function refuse(
  code: RefusalCode,
  value: Value = '',
  path: (string | number)[] = [],
): { ok: false; problem: Problem } {
  return { ok: false, problem: { code, severity: 'error', place: { path }, ...refusals[code](value) } };
}

const again: LocalisedText = {
  en: 'It may have been deleted: look again',
  ru: 'Возможно, это удалили: посмотрите ещё раз',
};

function text(en: string, ru: string, hint: LocalisedText): Texts {
  return { message: { en, ru }, hint };
}
