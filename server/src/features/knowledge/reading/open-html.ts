import { load, type CheerioAPI } from 'cheerio';
import type { AnyNode, ParentNode } from 'domhandler';

/** Levels. No page that people made is so deep; what goes down into it one level at a time may. */
const DEEPEST = 200;
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg']);

/**
 * The tree of a page, as a browser would build it. One nested beyond reason, for which that takes hours, is built the simple way, and
 * what is deepest in it is brought up: no text is lost.
 */
export function openHtml(source: string): CheerioAPI {
  const simple = load(source, { xml: { xmlMode: false, decodeEntities: true } });
  const deep = bottomOf(simple.root().get(0) as ParentNode);
  if (deep.length === 0) return load(source);
  for (const node of deep) raise(node);
  return simple;
}

/** What has further levels below the deepest. */
function bottomOf(root: ParentNode): ParentNode[] {
  const bottom: ParentNode[] = [];
  const open: [node: AnyNode, level: number][] = [[root, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, level] = next;
    if (!('children' in node)) continue;
    if (level < DEEPEST) for (const child of node.children) open.push([child, level + 1]);
    else if (node.children.some((child) => 'children' in child)) bottom.push(node);
  }
  return bottom;
}

/** Puts all texts below a node right into it, in their order. */
function raise(node: ParentNode): void {
  const texts: AnyNode[] = [];
  const open: AnyNode[] = node.children.toReversed();
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.type === 'text') texts.push(next);
    else if ('children' in next && !('name' in next && SILENT.has(next.name)))
      for (let i = next.children.length - 1; i >= 0; i -= 1) open.push(next.children[i] as AnyNode);
  }
  texts.forEach((text, i) => {
    if ('data' in text) text.data += ' ';
    text.parent = node;
    text.prev = (texts[i - 1] ?? null) as typeof text.prev;
    text.next = (texts[i + 1] ?? null) as typeof text.next;
  });
  node.children = texts as typeof node.children;
}
