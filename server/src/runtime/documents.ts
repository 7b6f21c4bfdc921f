import type { Citation, Run, TraceEntry } from '@scenarium/engine';
import type { Json, JsonObject } from '@scenarium/language';
import type { Assignment } from './ports.ts';

/** What enters a conversation. Every kind is a row of `messages`, in one queue with what the end user writes. */
export type InboundBody =
  | { kind: 'start'; command?: string; event?: string; hops?: number; values?: JsonObject; locale?: string }
  | { kind: 'message'; text: string; option?: string; attachments?: { url: string; type?: string; name?: string }[] }
  | { kind: 'timer'; timer: string }
  | { kind: 'event'; name: string; key?: string; data: Json }
  | { kind: 'locale'; locale: string }
  | { kind: 'handed-back'; operator: string }
  | { kind: 'migrate'; activation: string };

/** What a conversation says to the end user. */
export interface OutboundBody {
  kind: 'message';
  text: string;
  locale: string;
  buttons?: { id: string; label: string; url?: string }[];
  attachments?: { url: string; type: string; name?: string }[];
  citations?: Citation[];
}

interface Row {
  /** Conversation and place: see `position.ts`. */
  _id: string;
  tenant: string;
  conversation: string;
  channel: string;
  /** Position in the conversation; see `position.ts`. */
  seq: number;
  at: Date;
}

/** An accepted row. `pending` until the conversation has applied it. `parked`: set aside because it could not be processed. */
export interface InboundRow extends Row {
  direction: 'in';
  externalId: string;
  body: InboundBody;
  pending?: true;
  parked?: { reason: string; attempts: number };
}

/** A delivered row; `command` is the id of the engine's command it came of. */
export interface OutboundRow extends Row {
  direction: 'out';
  command: string;
  body: OutboundBody;
  /** Of a channel whose service it has to be handed to. */
  delivery?: DeliveryState;
}

/** How far a message is on its way to the service of its channel. */
export interface DeliveryState {
  status: 'waiting' | 'sent' | 'failed';
  /** When the next attempt may begin; while one is under way, when it is given up for lost. */
  due: Date;
  attempts: number;
  /** How many of its parts the service has. */
  parts: number;
  error?: { code: string; message: string };
}

export type MessageRow = InboundRow | OutboundRow;

/** Something the conversation decided that has to leave it, in order. Carried out at least once, always with the same id. */
export type OutboxItem = { id: string; at: number } & (
  | { kind: 'message'; seq: number; body: OutboundBody }
  | { kind: 'event'; name: string; key?: string; data: Json; assignment?: Assignment }
  | { kind: 'ticket'; reason: string; priority: string }
  | { kind: 'contact'; variables: JsonObject }
  | { kind: 'assigned'; assignment: Assignment }
  | {
      kind: 'finished';
      run: string;
      status: string;
      outcome?: string;
      error?: { code: string; message: string };
      assignment?: Assignment;
    }
);

/**
 * What became of a conversation when its agent began to run another version. `pending`: it cannot be interrupted yet, and is asked again
 * after every turn. `finishing`: it goes on with the version it began with. `over`: there was nothing left to go on with.
 */
export interface Migration {
  activation: string;
  outcome: 'pending' | 'moved' | 'restarted' | 'finishing' | 'over';
}

export interface ConversationTimer {
  id: string;
  at: number;
}

/** What the engine did in one turn. */
export interface TraceRow {
  id: string;
  run: string;
  entries: TraceEntry[];
}

/** The only truth about a conversation: one document, changed by one conditional update at a time. */
export interface ConversationDocument {
  _id: string;
  tenant: string;
  agent: string;
  channel: string;
  contact: string;
  /** What the service of the channel calls the conversation; absent where messages are fetched from here. */
  thread?: string;
  locale: string;
  createdAt: Date;
  updatedAt: Date;
  /** Grows with every change; a change names the revision it was made from, so of two at once only one happens. */
  revision: number;
  commitId: string;
  lease: { owner: string; until: Date } | null;
  run: Run | null;
  /** The published version `run` is executed on, and the agent it belongs to. */
  version: string | null;
  /** The last time it was to go on with another version. */
  migration?: Migration;
  /** The variant of an experiment that `run` began on. */
  assignment?: Assignment | null;
  runs: number;
  /** How many events led to one another until this run began. */
  hops: number;
  /** Number of the last inbound row that was applied. */
  applied: number;
  /** Everything up to here may be shown. */
  lastSeq: number;
  outbox: OutboxItem[];
  timers: ConversationTimer[];
  traces: TraceRow[];
  /** Events the run waits for. */
  waits: { name: string; key: string | null }[];
  contactVariables: JsonObject;
  /** When somebody must look at this conversation again, whatever happened to its holder. */
  dueAt: Date | null;
  /** Attempts at the next inbound row, or at the pending effects, that ended with the death of the holder. */
  attempts: number;
}
