import { NOTE_COLORS } from '@scenarium/language';
import { changeNote } from '../../document/index.ts';
import { useEditor } from '../scenarios/editor.ts';
import './colors.css';
import { useTexts } from './texts.ts';

/** The colours that a note may have. */
export function NoteColors({ id, chosen }: { id: string; chosen: string }) {
  const t = useTexts();
  const { execute } = useEditor();
  return (
    <div className="note-colors nodrag" role="group" aria-label={t('noteColor')}>
      {NOTE_COLORS.map((color) => (
        <button
          key={color}
          type="button"
          className={`in-${color}`}
          aria-label={t(`color.${color}`)}
          aria-pressed={color === chosen}
          onClick={() => execute(changeNote({ note: id, change: { color } }))}
        />
      ))}
    </div>
  );
}
