import type { NodeNotes } from '../report.ts';
import { asText, type Term } from '../script/term.ts';
import { textOf } from '../values.ts';

const LONGEST = 10_000;
const entities = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&nbsp;', ' '],
  ['&amp;', '&'],
]);

/** What `{{ name }}` means in a Flowise text; undefined where it means nothing here. */
export type References = (name: string) => Term | undefined;

/** A text of Flowise's editor, which is HTML, as plain lines. */
export function plainText(value: unknown): string {
  const text = textOf(value) ?? '';
  if (!/<(p|span|br|ul|ol|h\d|strong|em|code|pre|div)\b/i.test(text)) return text.trim();
  return text
    .replaceAll(/<li[^<>]*>(?:\s*<p[^<>]*>)?/gi, '• ')
    .replaceAll(/<br[^<>]*>|<\/(?:p|li|div|h\d|pre)>/gi, '\n')
    .replaceAll(/<\/?[a-z][^<>]*>/gi, '')
    .replaceAll(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (entity) => entities.get(entity) ?? entity)
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** A text with `{{ name }}` in it as our template. */
export function templateOf(value: unknown, names: References, notes: NodeNotes): string {
  let text = '';
  for (const piece of piecesOf(value, names, notes)) {
    const part = typeof piece === 'string' ? piece.replaceAll('{{', '\\{{') : `{{ ${piece.source} }}`;
    if (text.length + part.length > LONGEST) {
      notes.note('cut', `${plainText(value).length} → ${LONGEST}`);
      return typeof piece === 'string' ? text + part.slice(0, LONGEST - text.length - 1) : text;
    }
    text += part;
  }
  return text;
}

/** A text with `{{ name }}` in it as an expression. */
export function expressionOf(value: unknown, names: References, notes: NodeNotes): string {
  const pieces = piecesOf(value, names, notes);
  const [only] = pieces;
  if (pieces.length === 1 && typeof only === 'object') return only.source;
  return pieces.map((piece) => (typeof piece === 'string' ? JSON.stringify(piece) : asText(piece))).join(' + ') || '""';
}

function piecesOf(value: unknown, names: References, notes: NodeNotes): (string | Term)[] {
  return plainText(value)
    .split(/(\{\{[^{}]*\}\})/g)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const name = /^\{\{([^{}]*)\}\}$/.exec(piece)?.[1]?.trim();
      if (name === undefined) return piece;
      const known = names(name);
      if (!known) notes.note('unknown_reference', name);
      return known ?? piece;
    });
}
