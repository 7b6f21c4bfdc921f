import type { Change } from './diff.ts';

const WORDS = {
  en: {
    scenario: 'Scenario',
    step: 'Step',
    flow: 'Flow',
    trigger: 'Trigger',
    variable: 'Variable',
    text: 'Text',
    note: 'Note',
    order: 'Order',
    layout: 'Layout',
    added: 'added',
    removed: 'removed',
    moved: 'Steps or notes were moved on the canvas',
    flows: 'Flows are tried in another order',
    triggers: 'Triggers are tried in another order',
    nothing: 'nothing',
  },
  ru: {
    scenario: 'Сценарий',
    step: 'Шаг',
    flow: 'Переход',
    trigger: 'Запуск',
    variable: 'Переменная',
    text: 'Текст',
    note: 'Заметка',
    order: 'Порядок',
    layout: 'Расположение',
    added: 'добавлено',
    removed: 'удалено',
    moved: 'Шаги или заметки передвинуты на схеме',
    flows: 'Переходы проверяются в другом порядке',
    triggers: 'Запуски проверяются в другом порядке',
    nothing: 'ничего',
  },
} as const;

/**
 * A change in a designer's words.
 * @example describeChange(change, 'en') // 'Step “ask-age”: attempts 3 → 5'
 */
export function describeChange({ kind, what, id, path, before, after }: Change, language: 'en' | 'ru'): string {
  const words = WORDS[language];
  if (what === 'layout') return words.moved;
  if (what === 'order') return id === 'triggers' ? words.triggers : words.flows;
  const name = language === 'en' ? `${words[what]} “${id}”` : `${words[what]} «${id}»`;
  if (kind !== 'changed') return `${name}: ${words[kind]}`;
  const shown = (value: unknown): string =>
    value === undefined ? words.nothing : cut(typeof value === 'string' ? value : JSON.stringify(value));
  const part = path === what ? '' : `${path} `;
  return `${name}: ${part}${shown(before)} → ${shown(after)}`;
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
