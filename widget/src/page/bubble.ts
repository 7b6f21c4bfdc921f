import type { Button, ChatMessage } from '../client/types.ts';
import { attachment } from './attachment.ts';
import { citations } from './citations.ts';
import { element } from './element.ts';
import { link } from './link.ts';
import { linkify } from './linkify.ts';
import { safeUrl } from './safe-url.ts';
import { reasonOf, type Texts } from './texts.ts';

/** How a message stands among its neighbours. */
export interface Placing {
  isFirst: boolean;
  isLast: boolean;
  /** Can its buttons be answered (now)? */
  isOpen: boolean;
  /** Label of the button that was pressed. */
  chosen: string | undefined;
}

export interface BubbleOptions {
  agentName: string;
  texts: Texts;
  locale: string;
  onPress(button: Button): void;
  onRetry(id: string): void;
  onDiscard(id: string): void;
}

export interface Bubble {
  element: HTMLElement;
  /** Shows a new state or place. The content of a message never changes. */
  update(message: ChatMessage, placing: Placing): void;
}

/** One message. Whatever it holds is shown as text. */
export function createBubble(message: ChatMessage, options: BubbleOptions): Bubble {
  const { texts, locale, agentName } = options;
  const isOwn = message.direction === 'in';
  const sender = isOwn ? texts.you : message.sender.name || senderName(message, agentName, texts);
  const time = element('time', { dateTime: message.at }, toTime(message.at, locale));
  const status = element('span', { className: 'status', ...(isOwn && { role: 'img' }) });
  const refusal = element('div', { className: 'refusal' });
  const choices = element('div', { className: 'choices' });
  const bubble = element(
    'div',
    { className: 'bubble', dir: 'auto' },
    element('span', { className: 'hidden' }, `${sender}: `),
  );
  if (message.text) bubble.append(element('div', { className: 'text' }, ...linkify(message.text)));
  for (const one of message.attachments ?? []) bubble.append(attachment(one, texts));
  if (message.citations?.length) bubble.append(citations(message.citations, message.text, texts));
  const stack = element('div', { className: 'stack' });
  if (message.sender.type === 'operator')
    stack.append(element('p', { className: 'sender', ariaHidden: 'true' }, sender));
  stack.append(bubble, choices, refusal, element('p', { className: 'meta' }, time, ' ', status));
  const avatar = element('span', { className: 'avatar small', ariaHidden: 'true' }, initial(sender));
  const row = element('article', { className: isOwn ? 'row own' : 'row' }, ...(isOwn ? [] : [avatar]), stack);
  const buttons = (message.buttons ?? []).map((button) => choice(button, options));
  choices.append(...buttons);

  return {
    element: row,
    update({ id, state, problem }, { isFirst, isLast, isOpen, chosen }) {
      row.classList.toggle('first', isFirst);
      row.classList.toggle('last', isLast);
      row.dataset.state = state;
      for (const button of buttons) {
        if (!(button instanceof HTMLButtonElement) || button.dataset.inert) continue;
        button.disabled = !isOpen;
        button.classList.toggle('chosen', chosen !== undefined && button.textContent === chosen);
      }
      if (isOwn) status.textContent = { sent: '✓', sending: texts.sending, failed: '' }[state];
      if (isOwn) status.ariaLabel = texts[state];
      refusal.replaceChildren(...(problem ? refused(id, reasonOf(problem, texts), options) : []));
    },
  };
}

function choice(button: Button, { texts, onPress }: BubbleOptions): HTMLElement {
  const { label, url } = button;
  if (url === undefined)
    return element('button', { type: 'button', className: 'choice', onclick: () => onPress(button) }, label);
  const address = safeUrl(url);
  if (address)
    return link(address, 'choice away', label, element('span', { className: 'hidden' }, ` (${texts.newWindow})`));
  const inert = element('button', { type: 'button', className: 'choice', disabled: true }, label);
  inert.dataset.inert = 'true';
  return inert;
}

function refused(id: string, reason: string, { texts, onRetry, onDiscard }: BubbleOptions): HTMLElement[] {
  return [
    element('p', {}, `${texts.failed} ${reason}`),
    element('p', { className: 'order' }, texts.failedOrder),
    element('button', { type: 'button', onclick: () => onRetry(id) }, texts.retry),
    element('button', { type: 'button', onclick: () => onDiscard(id) }, texts.discard),
  ];
}

function senderName({ sender }: ChatMessage, agentName: string, texts: Texts): string {
  return sender.type === 'operator' ? texts.operator : agentName || texts.agent;
}

function initial(name: string): string {
  return [...name.trim()][0]?.toUpperCase() ?? '';
}

function toTime(at: string, locale: string): string {
  return new Date(at).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
}
