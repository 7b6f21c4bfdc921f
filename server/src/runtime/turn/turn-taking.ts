import type { InboundRow } from '../documents.ts';
import type { TurnTaking } from '../ports.ts';

/** Rows that one commit takes at most: a long backlog is drained in bounded bites. */
const MOST_ROWS = 20;

/** A collecting turn starts at the latest after this many windows, however fast somebody types. */
const MOST_WINDOWS = 5;

/** What to do with the rows that wait: apply these together, these one by one, or look again at `until`. */
export type NextTurn = { rows: InboundRow[]; merge: boolean } | { until: number };

/**
 * Decides which of the waiting rows (at least one) make the next turn. Only messages are put together; everything else stays in
 * its place in the queue.
 */
export function nextTurn(waiting: InboundRow[], { policy, windowMs }: TurnTaking, now: number): NextTurn {
  if (policy === 'each') return { rows: waiting.slice(0, MOST_ROWS), merge: false };
  const end = waiting.findIndex(({ body }) => body.kind !== 'message');
  const messages = end === -1 ? waiting : waiting.slice(0, end);
  const [first] = messages;
  const last = messages.at(-1);
  if (!first || !last) return { rows: waiting.slice(0, 1), merge: false };
  if (policy === 'collect' && end === -1) {
    const until = Math.min(last.at.getTime() + windowMs, first.at.getTime() + windowMs * MOST_WINDOWS);
    if (now < until) return { until };
  }
  return { rows: messages, merge: true };
}

/** Several messages as one: texts by line, the last option, all attachments. It stands where the last one stood. */
export function merged(messages: InboundRow[]): InboundRow {
  const last = messages.at(-1) as InboundRow;
  const bodies = messages.map(({ body }) => body).filter((body) => body.kind === 'message');
  const attachments = bodies.flatMap((body) => body.attachments ?? []);
  const option = bodies.findLast((body) => body.option !== undefined)?.option;
  return {
    ...last,
    body: {
      kind: 'message',
      text: bodies.map(({ text }) => text).join('\n'),
      ...(option !== undefined && { option }),
      ...(attachments.length > 0 && { attachments }),
    },
  };
}
