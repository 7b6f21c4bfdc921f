import type { Scenario } from '../document/scenario.ts';
import { definitionOf, type Step } from '../steps/index.ts';
import type { Text } from '../document/messages.ts';
import { plain } from './plain.ts';

const LONGEST = 60;

/** What stands on a step's shape: its name, else the text it says in the default language, else its id. */
export function shownName(step: Step, scenario: Pick<Scenario, 'messages' | 'locales'>): string {
  const name = plain(step.name ?? '');
  if (name !== '') return name;
  const said = definitionOf(step).texts?.(step)[0]?.message;
  const text = said === undefined ? undefined : textOf(scenario, said);
  const short = plain(text ?? '').slice(0, LONGEST + 1);
  if (short.length > LONGEST) return plain(`${short.slice(0, LONGEST - 1)}…`);
  return short === '' ? step.id : short;
}

function textOf({ messages, locales }: Pick<Scenario, 'messages' | 'locales'>, id: string): string | undefined {
  const found = locales.map((locale) => own(own(messages, locale), id)).find((text) => text !== undefined);
  return found === undefined ? undefined : firstForm(found);
}

function own<T>(table: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return table && Object.hasOwn(table, key) ? table[key] : undefined;
}

function firstForm(text: Text): string {
  const variant = Array.isArray(text) ? text[0] : text;
  if (typeof variant === 'string') return variant;
  return variant?.forms.other ?? '';
}
