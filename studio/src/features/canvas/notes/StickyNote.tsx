import { NodeResizer, type NodeProps } from '@xyflow/react';
import { memo, type KeyboardEvent } from 'react';
import { changeNote } from '../../../document/index.ts';
import { useSession, useSessionIfAny } from '../session.ts';
import { useTexts as useLookTexts } from '../../looks/texts.ts';
import { NoteColors } from '../../looks/NoteColors.tsx';
import { noteNodeId, type NoteNode } from './note-node.ts';

const LEAST = { width: 80, height: 48 };

/** A note on the canvas, for the people who draw the scenario. */
export const StickyNote = memo(function StickyNote({ data: { note }, selected = false }: NodeProps<NoteNode>) {
  const session = useSessionIfAny();
  const isEdited = session?.renaming.use() === noteNodeId(note.id);
  const canChange = selected && session !== null && !session.readOnly;
  return (
    <div className={`note in-${note.color}${selected ? ' is-chosen' : ''}`}>
      {canChange && <Frame id={note.id} />}
      {isEdited ? <NoteField id={note.id} text={note.text} /> : <p>{note.text}</p>}
      {canChange && <NoteColors id={note.id} chosen={note.color} />}
    </div>
  );
});

function Frame({ id }: { id: string }) {
  const { execute, settle } = useSession();
  return (
    <NodeResizer
      minWidth={LEAST.width}
      minHeight={LEAST.height}
      onResizeEnd={(_, { x, y, width, height }) => {
        execute(changeNote({ note: id, change: { x, y, width, height } }));
        settle();
      }}
    />
  );
}

function NoteField({ id, text }: { id: string; text: string }) {
  const t = useLookTexts();
  const { execute, renaming } = useSession();
  const press = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return;
    document.querySelector<HTMLElement>('.graph-canvas')?.focus();
  };
  return (
    <textarea
      autoFocus
      className="nodrag nopan nowheel"
      aria-label={t('noteText')}
      defaultValue={text}
      maxLength={4_000}
      onKeyDown={press}
      onBlur={({ target }) => {
        renaming.set(null);
        if (target.value !== text) execute(changeNote({ note: id, change: { text: target.value } }));
      }}
    />
  );
}
