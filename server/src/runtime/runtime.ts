import { createAccept, type Accepted, type Inbound } from './accept.ts';
import { createClock } from './clock.ts';
import { rowOf } from './delivery.ts';
import type { ConversationDocument, MessageRow, OutboundRow, TraceRow } from './documents.ts';
import { inboundOf } from './position.ts';
import type { Ports } from './ports.ts';
import { createSettled } from './settled.ts';
import type { Store } from './store/store.ts';
import { startSweep } from './sweep.ts';
import { createWorker } from './worker.ts';

export interface RuntimeOptions {
  store: Store;
  ports: Ports;
  report(error: unknown, conversation?: string): void;
  /** A holder that is silent for so long is replaced. */
  leaseMs?: number;
  sweepMs?: number;
  forgottenMs?: number;
  mostAttempts?: number;
}

/** Who talks to which agent where. `id` is derived from what identifies the conversation, so opening twice gives one. */
export interface Opening {
  id: string;
  tenant: string;
  agent: string;
  channel: string;
  contact: string;
  /** What the service of the channel calls it, where messages are handed to one. */
  thread?: string;
  locale: string;
  contactVariables: ConversationDocument['contactVariables'];
}

/** Messages of a conversation, oldest first, and the cursor to go on from. */
export interface MessagePage {
  messages: MessageRow[];
  lastSeq: number;
  more: boolean;
}

/**
 * Drives the engine over MongoDB so that nothing accepted is lost, doubled or taken out of order, whatever dies when.
 *
 * @example
 * const runtime = createRuntime({ store: createStore(db, { w: 1, j: true }), ports, report });
 * await runtime.start();
 * await runtime.open(opening);
 * const { row } = await runtime.accept({ tenant, conversation, channel: 'web', externalId, body: { kind: 'message', text: 'Hi' } });
 * const conversation = await runtime.settled(row.conversation, row.seq, 5_000);
 */
export interface Runtime {
  /** Starts looking after conversations. */
  start(): Promise<void>;
  /** Refuses new work and lets what is under way end, for so long at the most. */
  stop(graceMs?: number): Promise<void>;
  open(opening: Opening): Promise<ConversationDocument>;
  /** Resolves when the row is durable: acknowledge then. */
  accept(inbound: Inbound): Promise<Accepted>;
  read(conversation: string): Promise<ConversationDocument | null>;
  /** The conversation when it has taken in the row at `seq` and has nothing more to say at once, or when the time is up. */
  settled(conversation: string, seq: number, timeoutMs: number): Promise<ConversationDocument | null>;
  messages(conversation: ConversationDocument, after: number, limit: number): Promise<MessagePage>;
  /** The newest messages between two cursors; `more` says that there are older ones between them. */
  newestMessages(
    conversation: ConversationDocument,
    range: { after: number; before: number; limit: number },
  ): Promise<MessagePage>;
  /** What was said since the row at `seq` was taken in. */
  replies(conversation: ConversationDocument, seq: number): Promise<MessageRow[]>;
  /** What the engine did after a turn (or from the beginning), turn by turn. */
  traces(conversation: ConversationDocument, after: string | undefined, limit: number): Promise<TraceRow[]>;
  /** How many conversations are being looked after here. */
  busy(): number;
  store: Store;
}

export function createRuntime(options: RuntimeOptions): Runtime {
  const { store, ports, report, leaseMs = 3_000, sweepMs = 400, forgottenMs = 1_500, mostAttempts = 3 } = options;
  const clock = createClock(store.now);
  const settled = createSettled(store.read);
  const accept = createAccept(store, clock);
  const worker = createWorker({
    store,
    ports,
    clock,
    leaseMs,
    mostAttempts,
    accept,
    committed: settled.committed,
    report,
  });
  let sweep: { stop(): Promise<void> } | null = null;

  function saidIn(conversation: ConversationDocument, after: number): OutboundRow[] {
    return conversation.outbox
      .filter((item) => item.kind === 'message')
      .filter((item) => item.seq > after)
      .map((item) => rowOf(conversation, item));
  }

  async function messages(conversation: ConversationDocument, after: number, limit: number): Promise<MessagePage> {
    const saved = await store.messages(conversation._id, after, conversation.lastSeq, limit);
    const seqs = new Set(saved.map(({ seq }) => seq));
    const unsaved = saidIn(conversation, after).filter(({ seq }) => !seqs.has(seq));
    const page = [...saved, ...unsaved].sort((a, b) => a.seq - b.seq).slice(0, limit);
    const more = saved.length + unsaved.length > limit || saved.length === limit;
    return { messages: page, lastSeq: more ? (page.at(-1)?.seq ?? after) : conversation.lastSeq, more };
  }

  return {
    store,
    messages,
    async newestMessages(conversation, { after, before, limit }) {
      const upTo = Math.min(before - 1, conversation.lastSeq);
      const saved = await store.newestMessages(conversation._id, after, upTo, limit + 1);
      const seqs = new Set(saved.map(({ seq }) => seq));
      const unsaved = saidIn(conversation, after).filter(({ seq }) => seq <= upTo && !seqs.has(seq));
      const found = [...saved, ...unsaved].sort((a, b) => a.seq - b.seq);
      return { messages: found.slice(-limit), lastSeq: Math.max(after, upTo), more: found.length > limit };
    },
    async replies(conversation, seq) {
      const said = saidIn(conversation, seq);
      if (said.length === conversation.lastSeq - seq) return said;
      const page = await messages(conversation, seq, 500);
      return page.messages.filter(({ direction }) => direction === 'out');
    },
    async traces(conversation, after, limit) {
      const saved = await store.traces(conversation._id, after, limit);
      const known = new Set(saved.map(({ id }) => id));
      const unsaved = conversation.traces.filter(({ id }) => id > (after ?? '') && !known.has(id));
      return [...saved, ...unsaved].sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, limit);
    },
    busy: worker.busy,
    async start() {
      await clock.synchronise();
      sweep = startSweep({ store, worker, clock, everyMs: sweepMs, forgottenMs, report });
    },
    async stop(graceMs = 8_000) {
      await sweep?.stop();
      await worker.stop(graceMs);
    },
    open: (opening) => store.create(newConversation(opening, new Date(clock.now()))),
    async accept(inbound) {
      const accepted = await accept(inbound);
      worker.poke(inbound.conversation, accepted.duplicate ? {} : { row: accepted.row });
      return accepted;
    },
    read: store.read,
    settled: (conversation, seq, timeoutMs) => settled.wait(conversation, inboundOf(seq), timeoutMs),
  };
}

function newConversation(opening: Opening, now: Date): ConversationDocument {
  const { id, tenant, agent, channel, contact, thread, locale, contactVariables } = opening;
  return {
    _id: id,
    tenant,
    agent,
    channel,
    contact,
    ...(thread !== undefined && { thread }),
    locale,
    createdAt: now,
    updatedAt: now,
    revision: 0,
    commitId: '',
    lease: null,
    run: null,
    version: null,
    runs: 0,
    hops: 0,
    applied: 0,
    lastSeq: 0,
    outbox: [],
    timers: [],
    traces: [],
    waits: [],
    contactVariables,
    dueAt: null,
    attempts: 0,
  };
}
