import type { ConversationDocument, OutboxItem } from './documents.ts';
import { rowId } from './position.ts';
import type { Ports } from './ports.ts';
import type { Store } from './store/store.ts';

/** Carries what a conversation decided out of it, in order, and remembers what has left. */
export interface Delivery {
  /** Everything in this outbox leaves, after what left before. Rejects when something could not; it stays in the outbox then. */
  send(conversation: ConversationDocument): Promise<void>;
  /** What has not left yet. */
  rest(conversation: ConversationDocument): Pick<ConversationDocument, 'outbox' | 'traces'>;
}

export function createDelivery(store: Store, ports: Ports): Delivery {
  let gone = new Set<string>();
  let before: Promise<unknown> = Promise.resolve();

  return {
    send(conversation) {
      const mine = before.then(
        () => deliver(conversation),
        () => deliver(conversation),
      );
      before = mine;
      return mine;
    },
    rest({ outbox, traces }) {
      return { outbox: outbox.filter(({ id }) => !gone.has(id)), traces: traces.filter(({ id }) => !gone.has(id)) };
    },
  };

  async function deliver(conversation: ConversationDocument): Promise<void> {
    const { outbox, traces } = conversation;
    const still = new Set([...outbox, ...traces].map(({ id }) => id).filter((id) => gone.has(id)));
    gone = still;
    const rows = outbox.filter((item) => item.kind === 'message' && !gone.has(item.id)) as Said[];
    await Promise.all([
      ...rows.map((item) => store.saveOutbound(rowOf(conversation, item)).then(() => gone.add(item.id))),
      ...traces
        .filter(({ id }) => !gone.has(id))
        .map(({ id, run, entries }) => {
          const { _id: conversationId, tenant } = conversation;
          return store
            .saveTrace({ _id: id, tenant, conversation: conversationId, run, entries })
            .then(() => gone.add(id));
        }),
    ]);
    for (const item of outbox) {
      if (item.kind === 'message' || gone.has(item.id)) continue;
      await ports.carryOut(item, conversation);
      gone.add(item.id);
    }
  }
}

type Said = Extract<OutboxItem, { kind: 'message' }>;

/** The row of a message in the outbox. */
export function rowOf({ _id, tenant, channel }: ConversationDocument, { id, seq, at, body }: Said) {
  return {
    _id: rowId(_id, seq),
    tenant,
    conversation: _id,
    channel,
    seq,
    at: new Date(at),
    direction: 'out' as const,
    command: id,
    body,
  };
}
