import type { Attachment, Button, Message } from '../client/chat-client.ts';
import { element, safeUrl } from './element.ts';

/** A message as it is shown; `onPress` gets the presses of its buttons, if they still count. */
export function bubble(
  message: Message,
  { locale, onPress }: { locale: string; onPress: ((button: Button) => void) | null },
): HTMLElement {
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(new Date(message.at));
  const body = element(
    'div',
    { className: 'bubble' },
    ...linked(message.text),
    ...(message.attachments ?? []).map(attachment),
  );
  const item = element(
    'div',
    { className: `message ${message.direction}` },
    body,
    element('time', { className: 'meta', dateTime: message.at }, time),
  );
  item.dataset['id'] = message.id;
  const buttons = (message.buttons ?? []).flatMap((button) => buttonOf(button, onPress));
  if (buttons.length > 0) item.append(element('div', { className: 'buttons' }, ...buttons));
  return item;
}

function buttonOf(button: Button, onPress: ((button: Button) => void) | null): HTMLElement[] {
  if (button.url !== undefined) {
    const href = safeUrl(button.url);
    return href
      ? [element('a', { className: 'choice', href, target: '_blank', rel: 'noopener noreferrer' }, button.label)]
      : [];
  }
  if (!onPress) return [];
  return [element('button', { className: 'choice', type: 'button', onclick: () => onPress(button) }, button.label)];
}

function linked(text: string): (Node | string)[] {
  return text.split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)])/g).map((part, i) => {
    const href = i % 2 === 1 ? safeUrl(part) : null;
    return href ? element('a', { href, target: '_blank', rel: 'noopener noreferrer' }, part) : part;
  });
}

function attachment({ url, type, name }: Attachment): Node {
  const href = safeUrl(url);
  if (!href) return document.createTextNode('');
  const label = name ?? new URL(href).pathname.split('/').at(-1) ?? href;
  const link = element('a', { className: 'attachment', href, target: '_blank', rel: 'noopener noreferrer' });
  link.append(type === 'image' ? element('img', { src: href, alt: label, loading: 'lazy' }) : label);
  return link;
}
