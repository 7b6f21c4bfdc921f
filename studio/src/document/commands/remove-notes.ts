import { done, type Command } from './command.ts';
import { refuse } from './refuse.ts';

/** Takes notes off the canvas. */
export function removeNotes(input: { notes: readonly string[] }): Command {
  return {
    name: 'note.remove',
    values: { count: input.notes.length },
    run(document) {
      for (const id of input.notes) {
        if (!document.get('notes', id)) return refuse('unknown_note', id);
        document.remove('notes', id);
      }
      return done();
    },
  };
}
