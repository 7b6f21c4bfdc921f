import type { ChatMessage } from '../client/types.ts';
import type { Placing } from './bubble.ts';
import { dayOf } from './days.ts';

const GROUP_MS = 5 * 60_000;

/** How the message at `index` stands among the others. */
export function placingOf(messages: readonly ChatMessage[], index: number): Placing {
  const message = messages[index] as ChatMessage;
  const chosen = chosenAfter(messages, index);
  return {
    isFirst: !isTogether(messages[index - 1], message),
    isLast: !isTogether(message, messages[index + 1]),
    isOpen: chosen === undefined && !messages.slice(index + 1).some(({ buttons }) => buttons?.length),
    chosen,
  };
}

function isTogether(one: ChatMessage | undefined, other: ChatMessage | undefined): boolean {
  if (!one || !other || one.state === 'failed' || other.state === 'failed') return false;
  const isNear = Math.abs(Date.parse(other.at) - Date.parse(one.at)) < GROUP_MS && dayOf(one.at) === dayOf(other.at);
  return isNear && one.sender.type === other.sender.type && one.sender.name === other.sender.name;
}

/** The button that a later message answered: a press is sent with the button's label as its text. */
function chosenAfter(messages: readonly ChatMessage[], index: number): string | undefined {
  const labels = messages[index]?.buttons?.filter(({ url }) => url === undefined).map(({ label }) => label);
  if (!labels?.length) return undefined;
  const later = messages.slice(index + 1).filter(({ direction }) => direction === 'in');
  return later.find(({ text }) => labels.includes(text))?.text;
}
