import { Note } from '../../document/note.ts';
import { claimIds } from './claim-ids.ts';
import type { BpmnElement } from '../moddle.ts';
import { noteText } from '../note-text.ts';
import type { Box } from './positions.ts';
import { recall, type Recalled } from './recall.ts';
import type { Note as Remark } from './remarks.ts';

const MOST = 500;
const LONGEST = 4_000;
const BESIDE = 240;

/** The notes of a file: ours as we wrote them, changed where somebody has changed the drawing, and the annotations of other tools. */
export function readNotes(
  annotations: readonly BpmnElement[],
  boxes: ReadonlyMap<BpmnElement, Box>,
  remark: Remark,
): Note[] {
  for (const annotation of annotations.slice(MOST)) remark('note', annotation, textOf(annotation));
  const kept = annotations.slice(0, MOST).map((annotation) => ({
    annotation,
    recalled: recall(annotation, 'Note', remark),
  }));
  const ids = claimIds(
    kept.map(({ annotation, recalled }) => ({
      xmlId: annotation.id ?? '',
      ...(recalled && { stored: String(recalled.data['id']), writtenAs: recalled.of('element') }),
    })),
    'note',
  );
  return kept.map(({ annotation, recalled }, i) => {
    const drawn = { id: ids[i], text: textNow(annotation, recalled), ...placed(boxes.get(annotation), i) };
    const read = Note.safeParse({ ...recalled?.data, ...drawn });
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    remark('invalid_configuration', annotation, `${issue?.path.join('.')}: ${issue?.message}`);
    return Note.parse(drawn);
  });
}

/** What was written stays as it was, with its spaces, unless somebody has written something else. */
function textNow(annotation: BpmnElement, recalled: Recalled | undefined): string {
  const drawn = textOf(annotation);
  const stored = recalled?.data['text'];
  const isKept = typeof stored === 'string' && stored.length <= LONGEST && noteText(stored) === noteText(drawn);
  return isKept ? stored : drawn.slice(0, LONGEST);
}

function textOf(annotation: BpmnElement): string {
  return String(annotation.get('text') ?? '');
}

function placed(box: Box | undefined, index: number): Partial<Note> & { x: number; y: number } {
  if (!box) return { x: index * BESIDE, y: -200 };
  const { x, y, width, height } = box;
  return { x, y, ...within('width', width), ...within('height', height) };
}

function within(field: 'width' | 'height', value: number): Partial<Note> {
  return Number.isFinite(value) ? { [field]: Math.min(5_000, Math.max(20, value)) } : {};
}
