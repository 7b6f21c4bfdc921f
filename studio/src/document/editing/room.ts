import { done, type Outcome } from '../commands/command.ts';
import { refuse } from '../commands/refuse.ts';
import type { Editing } from './editing.ts';

/** How many the language allows. */
const MOST = { steps: 5_000, flows: 20_000, triggers: 100, notes: 500 };

/** Is there room for some more? */
export function hasRoom(document: Editing, table: keyof typeof MOST, more = 1): Outcome<void> {
  return document.keys(table).length + more > MOST[table] ? refuse('too_many', MOST[table]) : done();
}
