import type { AnyNode } from 'domhandler';

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hgroup hr html legend li main menu ol option p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

export function isBlock(node: AnyNode): boolean {
  return node.type === 'tag' && BLOCKS.has(node.name);
}

/** The text of a node as it is seen: blanks are one, blocks and `<br>` begin lines. `without`: elements to leave out. */
export function htmlText(node: AnyNode, without: ReadonlySet<string> = new Set()): string {
  if (node.type === 'text') return node.data.replace(/\s+/g, ' ');
  if (!('children' in node) || (node.type !== 'tag' && node.type !== 'root')) return '';
  if (node.type === 'tag' && node.name === 'br') return '\n';
  const text = node.children
    .map((child) => (child.type === 'tag' && without.has(child.name) ? '' : htmlText(child, without)))
    .join('');
  return isBlock(node) ? `\n${text}\n` : text;
}

/** The text of a node as it is written. */
export function rawText(node: AnyNode): string {
  if (node.type === 'text') return node.data;
  if (node.type === 'tag' && node.name === 'br') return '\n';
  return 'children' in node ? node.children.map(rawText).join('') : '';
}
