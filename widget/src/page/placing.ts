import type { ChatMessage } from '../client/types.ts';
import type { Placing } from './bubble.ts';
import { dayOf } from './days.ts';

const GROUP_MS = 5 * 60_000;

/** Tells of each index how the message there stands among the others. */
export function createPlacing(messages: readonly ChatMessage[]): (index: number) => Placing {
  const lastChoice = messages.findLastIndex(hasButtons);
  return (index) => {
    const message = messages[index] as ChatMessage;
    const chosen = chosenAfter(messages, index);
    return {
      isFirst: !isTogether(messages[index - 1], message),
      isLast: !isTogether(message, messages[index + 1]),
      isOpen: chosen === undefined && index >= lastChoice,
      chosen,
    };
  };
}

function hasButtons({ buttons }: ChatMessage): boolean {
  return buttons !== undefined && buttons.length > 0;
}

function isTogether(one: ChatMessage | undefined, other: ChatMessage | undefined): boolean {
  if (!one || !other || one.state === 'failed' || other.state === 'failed') return false;
  const isNear = Math.abs(Date.parse(other.at) - Date.parse(one.at)) < GROUP_MS && dayOf(one.at) === dayOf(other.at);
  return isNear && one.sender.type === other.sender.type && one.sender.name === other.sender.name;
}

/** The button that was answered before there were others: a press is sent with the button's label as its text. */
function chosenAfter(messages: readonly ChatMessage[], index: number): string | undefined {
  const labels = messages[index]?.buttons?.filter(({ url }) => url === undefined).map(({ label }) => label);
  if (!labels?.length) return undefined;
  for (let i = index + 1; i < messages.length; i += 1) {
    const { direction, text, ...message } = messages[i] as ChatMessage;
    if (direction === 'in' && labels.includes(text)) return text;
    if (message.buttons?.length) return undefined;
  }
  return undefined;
}
