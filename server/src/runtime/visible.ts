import { rowOf } from './delivery.ts';
import type { ConversationDocument, InboundRow, MessageRow } from './documents.ts';
import type { Visible } from './ports.ts';

/** What a commit made visible: the messages it took in and the ones it said. Null when there are none. */
export function madeVisible(
  before: ConversationDocument,
  next: ConversationDocument,
  rows: InboundRow[],
): Visible | null {
  if (next.lastSeq === before.lastSeq) return null;
  const said = next.outbox.filter((item) => item.kind === 'message').filter(({ seq }) => seq > before.lastSeq);
  const messages: MessageRow[] = [
    ...rows.filter(({ body }) => body.kind === 'message'),
    ...said.map((item) => rowOf(next, item)),
  ];
  messages.sort((a, b) => a.seq - b.seq);
  return {
    conversation: next._id,
    from: before.lastSeq,
    to: next.lastSeq,
    messages,
    over: next.run !== null && next.run.status !== 'waiting',
  };
}
