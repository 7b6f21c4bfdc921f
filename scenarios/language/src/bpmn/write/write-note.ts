import type { Note } from '../../document/note.ts';
import { noteText } from '../note-text.ts';
import type { Sheet } from './sheet.ts';

/** Writes a note as a text annotation; where it lies is in the diagram. */
export function writeNote(sheet: Sheet, note: Note): void {
  const xmlId = sheet.ids.take(note.id, 'Note');
  const { x: _, y: _y, width: _width, height: _height, ...data } = note;
  const annotation = sheet.create('bpmn:TextAnnotation', {
    id: xmlId,
    text: noteText(note.text),
    extensionElements: sheet.extension('Note', data, { element: xmlId === note.id ? undefined : xmlId }),
  });
  sheet.notes.push({ annotation, note });
}
