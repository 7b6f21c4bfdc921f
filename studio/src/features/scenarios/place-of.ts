import type { Problem } from '@scenarium/language';
import { isMap, isNode, isPair, isSeq, parseDocument, type Document, type Node } from 'yaml';

/** Where in a text the problems lie: from the path in the document to offsets. */
export function placesOf(text: string, problems: readonly Pick<Problem, 'place'>[]): { from: number; to: number }[] {
  const document = parseDocument(text, { keepSourceTokens: false });
  return problems.map(({ place: { path, line, column } }) => {
    if (path.length === 0 && line !== undefined) return lineAt(text, line, column ?? 1);
    const node = deepest(document, path);
    const [from = 0, to = 0] = node?.range ?? [];
    // One line of it is enough to find the place.
    const end = text.indexOf('\n', from);
    return { from, to: Math.max(from, Math.min(to, end < 0 ? text.length : end)) };
  });
}

/** The node at a path, or the nearest above it that there is. */
function deepest(document: Document, path: readonly (string | number)[]): Node | null {
  let node: unknown = document.contents;
  let key: Node | null = null;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && String(item.key) === String(part));
      if (!pair) break;
      key = isNode(pair.key) ? pair.key : null;
      node = pair.value;
    } else if (isSeq(node) && node.items[Number(part)] !== undefined) {
      key = null;
      node = node.items[Number(part)];
    } else break;
  }
  return key ?? (isNode(node) ? node : null);
}

function lineAt(text: string, line: number, column: number): { from: number; to: number } {
  const lines = text.split('\n');
  const from = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
  return { from: Math.min(from, text.length), to: Math.min(text.length, from + 1) };
}
