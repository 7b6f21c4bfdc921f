import type { LocalisedText } from '@scenarium/language';

/** Titles of the commands, for the tooltips of undo and redo and for the history; `{{…}}` are values of the command. */
export const commandTitles = {
  'step.add': { en: 'Add step “{{id}}”', ru: 'Добавить шаг «{{id}}»' },
  'step.insert': { en: 'Insert step “{{id}}”', ru: 'Вставить шаг «{{id}}»' },
  'step.remove': { en: 'Delete steps: {{count}}', ru: 'Удалить шаги: {{count}}' },
  'step.cut-out': {
    en: 'Delete steps and join their neighbours: {{count}}',
    ru: 'Удалить шаги и соединить соседние: {{count}}',
  },
  'step.move': { en: 'Move steps: {{count}}', ru: 'Переместить шаги: {{count}}' },
  'step.configure': { en: 'Change “{{id}}”', ru: 'Изменить «{{id}}»' },
  'step.rename': { en: 'Rename “{{id}}”', ru: 'Переименовать «{{id}}»' },
  'step.change-type': { en: 'Change the type of “{{id}}”', ru: 'Сменить тип шага «{{id}}»' },
  'step.change-id': { en: 'Change the id “{{id}}” to “{{to}}”', ru: 'Сменить идентификатор «{{id}}» на «{{to}}»' },
  'step.duplicate': { en: 'Duplicate steps: {{count}}', ru: 'Дублировать шаги: {{count}}' },
  'step.paste': { en: 'Paste steps', ru: 'Вставить шаги из буфера' },
  'flow.connect': { en: 'Connect “{{from}}” to “{{to}}”', ru: 'Соединить «{{from}}» с «{{to}}»' },
  'flow.reconnect': { en: 'Reconnect a flow', ru: 'Переподключить переход' },
  'flow.remove': { en: 'Delete flows: {{count}}', ru: 'Удалить переходы: {{count}}' },
  'flow.change': { en: 'Change a flow', ru: 'Изменить переход' },
  'flow.reorder': { en: 'Reorder the flows of “{{id}}”', ru: 'Изменить порядок переходов «{{id}}»' },
  'variable.add': { en: 'Add variable “{{name}}”', ru: 'Добавить переменную «{{name}}»' },
  'variable.change': { en: 'Change variable “{{name}}”', ru: 'Изменить переменную «{{name}}»' },
  'variable.rename': {
    en: 'Rename variable “{{name}}” to “{{to}}”',
    ru: 'Переименовать переменную «{{name}}» в «{{to}}»',
  },
  'variable.remove': { en: 'Delete variable “{{name}}”', ru: 'Удалить переменную «{{name}}»' },
  'text.write': { en: 'Write text “{{id}}” ({{locale}})', ru: 'Написать текст «{{id}}» ({{locale}})' },
  'text.rename': { en: 'Rename text “{{id}}” to “{{to}}”', ru: 'Переименовать текст «{{id}}» в «{{to}}»' },
  'text.remove': { en: 'Delete text “{{id}}”', ru: 'Удалить текст «{{id}}»' },
  'text.clean-up': { en: 'Delete unused texts', ru: 'Удалить неиспользуемые тексты' },
  'locale.add': { en: 'Add language {{locale}}', ru: 'Добавить язык {{locale}}' },
  'locale.remove': { en: 'Delete language {{locale}}', ru: 'Удалить язык {{locale}}' },
  'locale.reorder': { en: 'Reorder the languages', ru: 'Изменить порядок языков' },
  'trigger.add': { en: 'Add trigger “{{id}}”', ru: 'Добавить запуск «{{id}}»' },
  'trigger.change': { en: 'Change trigger “{{id}}”', ru: 'Изменить запуск «{{id}}»' },
  'trigger.remove': { en: 'Delete trigger “{{id}}”', ru: 'Удалить запуск «{{id}}»' },
  'settings.change': { en: 'Change the setting “{{field}}”', ru: 'Изменить настройку «{{field}}»' },
  'layout.tidy': { en: 'Tidy the layout', ru: 'Разложить по порядку' },
  'layout.align': { en: 'Align steps', ru: 'Выровнять шаги' },
  'layout.distribute': { en: 'Distribute steps evenly', ru: 'Распределить шаги равномерно' },
  'layout.make-space': { en: 'Make space', ru: 'Раздвинуть' },
  'document.rewrite': { en: 'Change the text of the scenario', ru: 'Изменить текст сценария' },
  'document.bpmn': { en: 'Change the BPMN diagram', ru: 'Изменить схему BPMN' },
  'document.import': { en: 'Import a BPMN file', ru: 'Импортировать файл BPMN' },
  'document.merge': { en: 'Merge changes of others', ru: 'Объединить с чужими изменениями' },
  'document.refine': { en: 'Change several things', ru: 'Изменить несколько вещей' },
} as const satisfies Record<string, LocalisedText>;

/** Name of a command: the key of its title. */
export type CommandName = keyof typeof commandTitles;
