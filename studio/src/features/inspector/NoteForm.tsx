import { Button, Input } from 'antd';
import { changeNote, removeNotes } from '../../document/index.ts';
import { NoteColors } from '../looks/NoteColors.tsx';
import { useTexts as useLookTexts } from '../looks/texts.ts';
import { useEditor } from '../scenarios/editor.ts';
import { usePart } from './document-hooks.ts';
import { FieldRow } from './fields/FieldRow.tsx';
import { useTexts } from './texts.ts';
import { useTyped } from './use-typed.ts';

/** The form of one note: what it says, and its colour. */
export function NoteForm({ id }: { id: string }) {
  const t = useTexts();
  const words = useLookTexts();
  const { store, execute, select, readOnly } = useEditor();
  const note = usePart((index) => index.get('notes', id));
  const typed = useTyped(note?.text ?? '', (text) => store.execute(changeNote({ note: id, change: { text } })));
  if (!note) return null;
  return (
    <form className="inspector fields" onSubmit={(event) => event.preventDefault()}>
      <h2>{t('note')}</h2>
      <FieldRow label={words('noteText')}>
        {(field) => (
          <Input.TextArea
            id={field}
            value={typed.text}
            maxLength={4_000}
            autoSize={{ minRows: 3, maxRows: 12 }}
            readOnly={readOnly}
            onChange={({ target }) => typed.type(target.value)}
            onBlur={typed.leave}
          />
        )}
      </FieldRow>
      {!readOnly && (
        <>
          <NoteColors id={id} chosen={note.color} />
          <Button size="small" danger onClick={() => execute(removeNotes({ notes: [id] })).ok && select([])}>
            {t('delete')}
          </Button>
        </>
      )}
    </form>
  );
}
