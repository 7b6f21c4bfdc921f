import type { Step, StepType, Text } from '@scenarium/language';
import { blanks } from '../commands/blank-step.ts';
import { done, type Outcome } from '../commands/command.ts';
import { refuse } from '../commands/refuse.ts';
import { checked } from './checked.ts';
import type { Editing } from './editing.ts';
import { fits } from './fits.ts';
import { freshId } from './fresh-id.ts';
import { hasRoom } from './room.ts';
import { isSame } from './values.ts';
import type { Point } from './rows.ts';

/**
 * A step to be made: of a type with what such a step begins with, or as it is given. `texts`: locale → id → text, written with it;
 * an id that is taken gets a number.
 */
export interface NewStep {
  step: { type: StepType; id?: string; [field: string]: unknown };
  texts?: Readonly<Record<string, Readonly<Record<string, Text>>>>;
  at?: Point;
}

/** Puts a new step into the document. */
export function makeStep(document: Editing, { step, texts = {}, at }: NewStep): Outcome<{ id: string }> {
  const room = hasRoom(document, 'steps');
  if (!room.ok) return room;
  const id = freshId(step.id ?? step.type, (other) => document.step(other) !== undefined);
  const made = checked.step({ ...startOf(document, step.type, step, id), ...step, id });
  if (!made.ok) return made;
  for (const [locale, all] of Object.entries(texts)) {
    if (!document.head('locales').includes(locale)) return refuse('unknown_locale', locale);
    for (const [message, text] of Object.entries(all)) {
      const written = writeText(document, { locale, message, text });
      if (!written.ok) return written;
    }
  }
  const fitting = fits(document, made.value);
  if (!fitting.ok) return fitting;
  document.put('steps', id, made.value);
  if (at) document.put('layout', id, { x: at.x, y: at.y });
  return done({ id });
}

/** The fields a step of this type begins with that were not given, with the texts and variables they need. */
function startOf(
  document: Editing,
  type: Step['type'],
  given: Record<string, unknown>,
  id: string,
): Record<string, unknown> {
  const [locale = ''] = document.head('locales');
  const message = freshId(id, (other) => document.text(locale, other) !== undefined);
  const { fields, texts = [], variables = {} } = blanks[type](message, given);
  const missing = Object.keys(fields).filter((field) => given[field] === undefined);
  if (missing.length === 0) return {};
  for (const text of texts) writeText(document, { locale, message: text, text: '' });
  for (const [name, variable] of Object.entries(variables)) {
    const declared = document.get('variables', name);
    if (!declared) document.put('variables', name, { type: variable, scope: 'run' });
  }
  return Object.fromEntries(missing.map((field) => [field, fields[field]]));
}

/** Writes one text of one locale. */
export function writeText(
  document: Editing,
  { locale, message, text }: { locale: string; message: string; text: Text },
): Outcome<void> {
  const fit = checked.text(locale, message, text);
  if (!fit.ok) return fit;
  const all = document.get('messages', locale) ?? {};
  if (!isSame(all[message], fit.value)) document.put('messages', locale, { ...all, [message]: fit.value });
  return done();
}
