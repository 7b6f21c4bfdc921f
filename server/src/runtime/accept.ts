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

/** Takes inbound rows in. Rows of one conversation are numbered without a gap: the next number is only tried when the one before is known to be taken. */
export interface Acceptor {
  /** The row has its place in the queue. It may be worked on: a commit made after it is durable only together with it. */
  place(inbound: Inbound): Promise<Accepted>;
  /**
   * As `place`, and resolves only when the row is durable: acknowledge after that and never before. `placed` is called as soon as it
   * has its place. A delivery with an `externalId` seen before changes nothing.
   */
  accept(inbound: Inbound, placed: (accepted: Accepted) => void): Promise<Accepted>;
}

export function createAcceptor(store: Store, clock: Clock): Acceptor {
  const tails = new LRUCache<string, number>({ max: 50_000 });
  const queues = new Map<string, Promise<unknown>>();

  function inTurn(inbound: Inbound): Promise<Accepted> {
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
  }

  return {
    place: inTurn,
    async accept(inbound, placed) {
      const accepted = await inTurn(inbound);
      placed(accepted);
      await store.journalled();
      return accepted;
    },
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
