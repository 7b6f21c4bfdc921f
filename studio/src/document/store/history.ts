import type { Scenario } from '@scenarium/language';
import type { CommandName } from '../commands/command-names.ts';
import type { Edit } from '../editing/edit.ts';

/** The title of a step of undo: the key of its text and what fills the placeholders. */
export interface Title {
  name: CommandName;
  values: Readonly<Record<string, string | number>>;
}

/** One step of undo. `before` and `after` are the very documents, so that going back gives the same objects. */
export interface Entry extends Title {
  group: string | undefined;
  at: number;
  edits: readonly Edit[];
  before: Scenario;
  after: Scenario;
}

const BURST = 1_000;
const MOST = 500;

/** What was done, and up to where it is in force: what lies behind `position` was undone. */
export interface History {
  readonly entries: readonly Entry[];
  readonly position: number;
}

export const NO_HISTORY: History = { entries: [], position: 0 };

/** The history with one entry more; one of the same group within a second goes into the last. What was undone is forgotten. */
export function remember({ entries, position }: History, entry: Entry): History {
  const done = entries.slice(0, position);
  const last = done.at(-1);
  const isBurst =
    last !== undefined &&
    position === entries.length &&
    entry.group !== undefined &&
    last.group === entry.group &&
    entry.at - last.at <= BURST;
  const grown = isBurst
    ? [...done.slice(0, -1), { ...entry, edits: [...last.edits, ...entry.edits], before: last.before }]
    : [...done, entry].slice(-MOST);
  return { entries: grown, position: grown.length };
}
