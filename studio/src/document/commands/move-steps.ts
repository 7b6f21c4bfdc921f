import type { Editing } from '../editing/editing.ts';
import type { Point } from '../editing/rows.ts';
import { done, type Command, type Outcome } from './command.ts';
import { placeNotes } from './move-notes.ts';
import { refuse } from './refuse.ts';

type Positions = Readonly<Record<string, Point>>;

/** Puts steps at positions, and with them the notes that were moved along. */
export function moveSteps(input: { positions: Positions; notes?: Positions }): Command {
  return {
    name: 'step.move',
    values: { count: Object.keys(input.positions).length },
    run(document) {
      const placed = place(document, input.positions);
      return placed.ok ? placeNotes(document, input.notes ?? {}) : placed;
    },
  };
}

/** Writes positions: geometry only, it never changes what a scenario does. */
export function place(document: Editing, positions: Positions): Outcome<void> {
  for (const [id, { x, y }] of Object.entries(positions)) {
    if (!document.step(id)) return refuse('unknown_step', id);
    if (!Number.isFinite(x) || !Number.isFinite(y)) return refuse('invalid_value', `${x}, ${y}`, [id]);
    const before = document.get('layout', id);
    if (before?.x !== x || before.y !== y) document.put('layout', id, { x, y });
  }
  return done();
}
