import type { Node } from '@xyflow/react';
import type { Note } from '@scenarium/language';
import type { DocumentIndex } from '../../../document/index.ts';

export type NoteNode = Node<{ note: Note }, 'note'>;

const PREFIX = 'note:';
/** A note may be called as a step is: on the canvas its id is another. */
export const noteNodeId = (note: string): string => `${PREFIX}${note}`;
/** The id of the note that a node shows; undefined where it shows a step. */
export const noteIdOf = (node: string): string | undefined =>
  node.startsWith(PREFIX) ? node.slice(PREFIX.length) : undefined;

const known = new WeakMap<Note, NoteNode>();

/** The notes as nodes, below the steps; one stays the very same object while its note does. */
export function projectNotes(index: DocumentIndex): NoteNode[] {
  return index.keys('notes').map((id) => nodeOf(index.get('notes', id) as Note));
}

function nodeOf(note: Note): NoteNode {
  const before = known.get(note);
  if (before) return before;
  const { id, x, y, width, height } = note;
  const size = { width, height };
  const node: NoteNode = {
    id: noteNodeId(id),
    type: 'note',
    position: { x, y },
    data: { note },
    zIndex: -1,
    connectable: false,
    ...size,
    measured: size,
    handles: [],
  };
  known.set(note, node);
  return node;
}
