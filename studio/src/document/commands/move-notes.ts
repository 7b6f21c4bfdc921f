import type { Editing } from '../editing/editing.ts';
import type { Point } from '../editing/rows.ts';
import { done, type Command, type Outcome } from './command.ts';
import { refuse } from './refuse.ts';

type Positions = Readonly<Record<string, Point>>;

/** Puts notes at positions. Together with steps it is `moveSteps`. */
export function moveNotes(input: { positions: Positions }): Command {
  return {
    name: 'note.move',
    values: { count: Object.keys(input.positions).length },
    run: (document) => placeNotes(document, input.positions),
  };
}

/** Writes positions of notes. */
export function placeNotes(document: Editing, positions: Positions): Outcome<void> {
  for (const [id, { x, y }] of Object.entries(positions)) {
    const note = document.get('notes', id);
    if (!note) return refuse('unknown_note', id);
    if (!Number.isFinite(x) || !Number.isFinite(y)) return refuse('invalid_value', `${x}, ${y}`, [id]);
    if (note.x !== x || note.y !== y) document.put('notes', id, { ...note, x, y });
  }
  return done();
}
