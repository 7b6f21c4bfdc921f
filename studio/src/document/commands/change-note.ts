import type { Note } from '@scenarium/language';
import { checked } from '../editing/checked.ts';
import { isSame } from '../editing/values.ts';
import { done, type Command } from './command.ts';
import { refuse } from './refuse.ts';

/** Changes what a note says, its colour, or its box (a resize moves the corner too). */
export function changeNote(input: { note: string; change: Partial<Omit<Note, 'id'>> }): Command {
  const { note: id, change } = input;
  return {
    name: 'note.change',
    group: `note:${id}:${Object.keys(change).join()}`,
    run(document) {
      const before = document.get('notes', id);
      if (!before) return refuse('unknown_note', id);
      const after = checked.note({ ...before, ...change, id });
      if (!after.ok) return after;
      if (!isSame(before, after.value)) document.put('notes', id, after.value);
      return done();
    },
  };
}
