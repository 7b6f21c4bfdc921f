import { definitionOf } from '@scenarium/language';
import { checked } from '../editing/checked.ts';
import type { Editing } from '../editing/editing.ts';
import { withKeyRenamed, withValueAt } from '../editing/values.ts';
import { done, type Command, type Outcome } from './command.ts';
import { refuse } from './refuse.ts';

/** Gives a text another id in every language and every step that says it. */
export function renameText(input: { id: string; to: string }): Command {
  return {
    name: 'text.rename',
    values: { id: input.id, to: input.to },
    run: (document) => giveTextId(document, input.id, input.to),
  };
}

/** Gives a text another id wherever it is named. */
export function giveTextId(document: Editing, from: string, to: string): Outcome<void> {
  const locales = document.keys('messages').filter((locale) => document.text(locale, from) !== undefined);
  if (locales.length === 0) return refuse('unknown_message', from);
  if (from === to) return done();
  if (document.keys('messages').some((locale) => document.text(locale, to) !== undefined))
    return refuse('duplicate_id', to);
  const fit = checked.text(locales[0] as string, to, '');
  if (!fit.ok) return fit;
  for (const locale of locales) {
    const texts = document.get('messages', locale) ?? {};
    document.put('messages', locale, withKeyRenamed(texts, from, to));
  }
  for (const id of [...document.speakersOf(from)]) {
    const step = document.step(id);
    const places = step ? (definitionOf(step).texts?.(step) ?? []).filter(({ message }) => message === from) : [];
    const renamed = checked.step(places.reduce<unknown>((value, { path }) => withValueAt(value, path, to), step));
    if (!renamed.ok) return renamed;
    document.put('steps', id, renamed.value);
  }
  return done();
}
