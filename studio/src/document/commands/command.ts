import type { Problem } from '@scenarium/language';
import type { Editing } from '../editing/editing.ts';
import type { CommandName } from './command-names.ts';

/** What came of a command: a value, or the problem because of which nothing has changed. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/**
 * A named, reversible change of a document. `values` fill the placeholders of its title; commands of one `group` that follow each
 * other at once are one step of undo (somebody typing in one field). `run` changes the document it is given and returns what the
 * caller wants to know; where it refuses, whatever it did before is taken back.
 */
export interface Command<T = void> {
  name: CommandName;
  values?: Readonly<Record<string, string | number>>;
  group?: string;
  run(document: Editing): Outcome<T>;
}

export function done(): Outcome<void>;
export function done<T>(value: T): Outcome<T>;
export function done<T>(value?: T): Outcome<T | undefined> {
  return { ok: true, value };
}
