import type { NoteColor } from '@scenarium/language';
import { checked } from '../editing/checked.ts';
import { freshId } from '../editing/fresh-id.ts';
import { hasRoom } from '../editing/room.ts';
import type { Point } from '../editing/rows.ts';
import { done, type Command } from './command.ts';

/** Puts a sticky note on the canvas. Gives the id it got. */
export function addNote(input: {
  at: Point;
  id?: string;
  text?: string;
  color?: NoteColor;
  width?: number;
  height?: number;
}): Command<{ id: string }> {
  return {
    name: 'note.add',
    run(document) {
      const room = hasRoom(document, 'notes');
      if (!room.ok) return room;
      const { at, ...given } = input;
      const id = freshId(given.id ?? 'note', (other) => document.get('notes', other) !== undefined);
      const note = checked.note({ text: '', ...given, id, x: at.x, y: at.y });
      if (!note.ok) return note;
      document.put('notes', id, note.value);
      return done({ id });
    },
  };
}
