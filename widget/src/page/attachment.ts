import type { Attachment } from '../client/types.ts';
import { element } from './element.ts';
import { link } from './link.ts';
import { isLoadable, safeUrl } from './safe-url.ts';
import type { Texts } from './texts.ts';

const PICTURE = /\.(png|jpe?g|gif|webp|avif)$/i;

/** A picture where it may be loaded, else a link, else the name alone. */
export function attachment({ url, type, name }: Attachment, texts: Texts): HTMLElement {
  const address = safeUrl(url);
  const title = name || (address ? decodeName(address) : '') || texts.attachment;
  if (!address) return element('span', { className: 'file' }, title);
  const isPicture = type?.startsWith('image') || (!type && PICTURE.test(address.pathname));
  if (!isPicture || !isLoadable(address)) return link(address, 'file', title);
  const picture = element('img', {
    className: 'picture',
    alt: name || texts.picture,
    loading: 'lazy',
    decoding: 'async',
    referrerPolicy: 'no-referrer',
    src: address.href,
  });
  const shown = link(address, 'picture-link', picture);
  picture.addEventListener('error', () => shown.replaceWith(link(address, 'file', title)));
  return shown;
}

function decodeName({ pathname }: URL): string {
  const last = pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
