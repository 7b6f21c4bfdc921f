import type { TraceEntry } from '@scenarium/engine';
import type { CompiledScenario, Json, JsonObject } from '@scenarium/language';
import type { ConversationDocument, MessageRow, OutboxItem } from './documents.ts';

/**
 * How messages that come fast are taken. `each`: one turn a message. `collect`: wait until nothing came for `windowMs`, then
 * one turn. `merge`: one turn for all that wait. `interrupt`: as `merge`, and a running side effect that may be repeated is given up
 * for the new message and carried out again with it.
 */
export interface TurnTaking {
  policy: 'each' | 'collect' | 'merge' | 'interrupt';
  windowMs: number;
}

/** What an agent runs now. */
export interface ActiveAgent {
  id: string;
  name: string;
  version: string;
  variables: JsonObject;
  turnTaking: TurnTaking;
  /** The experiment that chooses versions for it; null: none runs. */
  experiment: string | null;
}

/** The variant of an experiment that a run began on. */
export interface Assignment {
  experiment: string;
  variant: string;
  run: string;
}

/** The version a new run begins with, and why if it is not the agent's own. */
export interface Chosen {
  version: string;
  assignment?: Omit<Assignment, 'run'>;
}

export type EffectOutcome = { ok: true; output: Json } | { ok: false; error: { code: string; message: string } };

export interface EffectCall {
  action: string;
  input: JsonObject;
  /** The same for every attempt at the same effect. */
  idempotencyKey: string;
  /** Name of the plugin's connection. */
  connection?: string;
  /** A model decided on the call. */
  byModel?: boolean;
  timeoutMs?: number;
  signal: AbortSignal;
  conversation: { id: string; tenant: string; agent: string; locale: string; contact: string };
  /** Hears the text that will be said as far as it is there; only where it may be shown. */
  progress?: (text: string) => void;
}

/** Messages that became visible: `from` is the cursor before them, `to` after. */
export interface Visible {
  conversation: string;
  from: number;
  to: number;
  messages: MessageRow[];
  /** Is the run over? The next message begins another. */
  over: boolean;
}

/** What the runtime needs of the rest of the server. */
export interface Ports {
  /** The agent by id or slug, with its active version; null when there is none. */
  activeAgent(tenant: string, agent: string): Promise<ActiveAgent | null>;
  /** The version that a new run of the contact begins with: the same whenever it is asked, until somebody changes the plan. */
  chooseVersion(agent: ActiveAgent, who: { tenant: string; contact: string }): Promise<Chosen>;
  /** A published version of the organisation, compiled. */
  compiled(tenant: string, version: string): Promise<CompiledScenario>;
  /** Never rejects. */
  execute(call: EffectCall): Promise<EffectOutcome>;
  /** May an effect whose outcome is unknown be carried out again? */
  repeatOf(action: string, input: JsonObject): 'safe' | 'keyed' | 'never';
  /** Carries out what leaves the conversation apart from messages; safe to repeat by the item's id. */
  carryOut(item: Exclude<OutboxItem, { kind: 'message' }>, conversation: ConversationDocument): Promise<void>;
  /** Tells connected clients, after the commit. */
  visible(update: Visible): void;
  /** For the log: what the engine did in a turn. */
  traced(entries: readonly TraceEntry[], conversation: ConversationDocument): void;
  /** For the log: a conversation was taken over from a holder that died, or what its holders died of was set aside. */
  recovered(what: 'taken over' | 'set aside', conversation: ConversationDocument): void;
  /** Shows connected clients what is being written, as far as it is there; the message itself comes later, or never. */
  writing(conversation: string, text: string): void;
  /** Tells connected clients that the agent is working, or not any more. */
  working(conversation: string, on: boolean): void;
}
