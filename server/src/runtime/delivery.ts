import type { ConversationDocument, OutboundRow, OutboxItem } from './documents.ts';
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
  const gone = new Set<string>();
  const leaving = new Map<string, Promise<void>>();
  let carrying: Promise<unknown> = Promise.resolve();

  return {
    async send(conversation) {
      const { outbox, traces } = conversation;
      forgetAllBut([...outbox, ...traces]);
      await Promise.all([
        ...outbox.map((item) => leave(item, () => deliver(item, conversation))),
        ...traces.map((trace) =>
          leave(trace, async () => {
            await store.saveTrace(traceOf(conversation, trace));
            ports.traced(trace.entries, conversation);
          }),
        ),
      ]);
    },
    rest({ outbox, traces }) {
      return { outbox: outbox.filter(({ id }) => !gone.has(id)), traces: traces.filter(({ id }) => !gone.has(id)) };
    },
  };

  /** Once at a time, and never again after it has left. */
  function leave({ id }: { id: string }, how: () => Promise<unknown>): Promise<void> | undefined {
    if (gone.has(id)) return undefined;
    const underWay = leaving.get(id);
    if (underWay) return underWay;
    const begun = how()
      .then(() => void gone.add(id))
      .finally(() => leaving.delete(id));
    leaving.set(id, begun);
    return begun;
  }

  /** Messages have their place by their number. What is carried out waits for what was before, and fails with it. */
  function deliver(item: OutboxItem, conversation: ConversationDocument): Promise<unknown> {
    if (item.kind === 'message')
      return store.saveOutbound(rowOf(conversation, item)).then(() => ports.said(conversation));
    const carried = carrying.then(() => ports.carryOut(item, conversation));
    carrying = carried;
    carried.catch(() => {
      if (carrying === carried) carrying = Promise.resolve();
    });
    return carried;
  }

  function forgetAllBut(present: { id: string }[]): void {
    const ids = new Set(present.map(({ id }) => id));
    for (const id of gone) if (!ids.has(id)) gone.delete(id);
  }
}

type Said = Extract<OutboxItem, { kind: 'message' }>;

function traceOf({ _id, tenant }: ConversationDocument, { id, run, entries }: ConversationDocument['traces'][number]) {
  return { _id: id, tenant, conversation: _id, run, entries };
}

/** The row of a message in the outbox. */
export function rowOf(
  { _id, tenant, channel, thread }: ConversationDocument,
  { id, seq, at, body }: Said,
): OutboundRow {
  const row = {
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
  if (thread === undefined) return row;
  return { ...row, delivery: { status: 'waiting', due: row.at, attempts: 0, parts: 0 } };
}
