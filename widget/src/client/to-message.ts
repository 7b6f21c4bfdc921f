import type { OutboxItem } from './outbox.ts';
import type { Accepted, ChatMessage, Message } from './types.ts';

/** What was said, as the server holds it now. */
export function toMessage(item: OutboxItem, { seq }: Accepted): Message {
  const { id, text = '', at } = item;
  return { id, seq, direction: 'in', text, at: new Date(at).toISOString(), sender: { type: 'contact' } };
}

/** What was said, while the server does not hold it. */
export function toChatMessage(item: OutboxItem): ChatMessage {
  const { problem } = item;
  const state = problem ? 'failed' : 'sending';
  return {
    ...toMessage(item, { id: item.id, seq: 0, duplicate: false }),
    seq: null,
    state,
    ...(problem && { problem }),
  };
}
