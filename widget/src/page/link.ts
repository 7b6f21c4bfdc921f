import { element } from './element.ts';

/** A link that opens beside the chat and does not hand it over to the opened page. */
export function link(url: URL, className: string, ...children: (Node | string)[]): HTMLAnchorElement {
  return element('a', { href: url.href, target: '_blank', rel: 'noopener noreferrer', className }, ...children);
}
