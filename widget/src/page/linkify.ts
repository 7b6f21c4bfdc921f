import { link } from './link.ts';
import { safeUrl } from './safe-url.ts';

const ADDRESS = /https?:\/\/[^\s<>"'`«»]+/gi;
/** What ends the sentence rather than the address. */
const TAIL = /[.,;:!?…)\]}]+$/;

/** A text as nodes: web addresses in it are links, the rest is text. */
export function linkify(text: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let end = 0;
  for (const { 0: match, index } of text.matchAll(ADDRESS)) {
    const address = match.replace(TAIL, (tail) => (tail.startsWith(')') && match.includes('(') ? ')' : ''));
    const url = safeUrl(address);
    if (!url) continue;
    parts.push(text.slice(end, index), link(url, 'link', address));
    end = index + address.length;
  }
  return [...parts, text.slice(end)];
}
