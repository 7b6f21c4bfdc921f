import type { Citation } from '../client/types.ts';
import { element } from './element.ts';
import { link } from './link.ts';
import { safeUrl } from './safe-url.ts';
import type { Texts } from './texts.ts';

/** The passages that an answer comes from, folded away. What is said word for word is not said again. */
export function citations(list: readonly Citation[], said: string, texts: Texts): HTMLElement {
  const summary = element('summary', {}, list.length === 1 ? texts.source : `${texts.sources}: ${list.length}`);
  return element(
    'details',
    { className: 'citations' },
    summary,
    element('ol', {}, ...list.map((one) => item(one, said, texts))),
  );
}

function item({ title, quote, section, page, url }: Citation, said: string, texts: Texts): HTMLElement {
  const address = url === undefined ? null : safeUrl(url);
  const place = [section, page === undefined ? '' : `${texts.page} ${page}`].filter(Boolean).join(', ');
  return element(
    'li',
    {},
    address ? link(address, 'source', title) : element('span', { className: 'source' }, title),
    ...(place ? [element('span', { className: 'place' }, ` · ${place}`)] : []),
    ...(said.includes(quote) ? [] : [element('blockquote', {}, quote)]),
  );
}
