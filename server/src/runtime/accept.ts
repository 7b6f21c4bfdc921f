import { LRUCache } from 'lru-cache';
import type { Clock } from './clock.ts';
import type { InboundBody, InboundRow } from './documents.ts';
import { inboundOf, rowId, seqOf } from './position.ts';
import type { Store } from './store/store.ts';

/** Something that reached us for a conversation. `externalId` is the sender's own name for it, the same on every delivery. */
export interface Inbound {
  tenant: string;
  conversation: string;
  channel: string;
  externalId: string;
  body: InboundBody;
}

/** Where it stands now. `duplicate`: it had been accepted before. */
export interface Accepted {
  row: InboundRow;
  duplicate: boolean;
}

/**
 * Takes an inbound row in; resolves when it is durable: acknowledge after that and never before. A delivery with an `externalId`
 * seen before changes nothing. Rows of one conversation are numbered without a gap: the next number is only tried when the one
 * before is known to be taken.
 */
export type Accept = (inbound: Inbound) => Promise<Accepted>;

export function createAccept(store: Store, clock: Clock): Accept {
  const tails = new LRUCache<string, number>({ max: 50_000 });
  const queues = new Map<string, Promise<unknown>>();

  return function accept(inbound) {
    const before = queues.get(inbound.conversation) ?? Promise.resolve();
    const mine = before.then(
      () => place(inbound),
      () => place(inbound),
    );
    queues.set(inbound.conversation, mine);
    const forget = (): void => {
      if (queues.get(inbound.conversation) === mine) queues.delete(inbound.conversation);
    };
    mine.then(forget, forget);
    return mine;
  };

  async function place(inbound: Inbound): Promise<Accepted> {
    const { tenant, conversation, channel, externalId, body } = inbound;
    let tail = tails.get(conversation) ?? (await store.lastInbound(conversation));
    for (;;) {
      const seq = seqOf(tail + 1);
      const row: InboundRow = {
        _id: rowId(conversation, seq),
        tenant,
        conversation,
        channel,
        seq,
        at: new Date(clock.now()),
        direction: 'in',
        externalId,
        body,
        pending: true,
      };
      tails.delete(conversation);
      const result = await store.insertInbound(row);
      if (result === 'inserted') {
        tails.set(conversation, tail + 1);
        return { row, duplicate: false };
      }
      const known = await store.inboundByExternalId(tenant, channel, externalId);
      if (known) {
        tails.set(conversation, Math.max(tail, inboundOf(known.seq)));
        return { row: known, duplicate: true };
      }
      tail = Math.max(tail + 1, await store.lastInbound(conversation));
    }
  }
}
