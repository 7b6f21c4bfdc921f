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

/** What somebody who waits at a step does when another version comes. `finish`: goes on with the old one to its end. */
export type Fate =
  | { step: string; fate: 'finish' | 'restart' }
  /** `stay`: goes on waiting there; otherwise the step is entered anew. */
  | { step: string; fate: 'move'; to: string; stay: boolean };

/** That an agent begins to run another version, and what becomes of the conversations in progress. Never changes. */
export interface ActivationPlan {
  id: string;
  agent: string;
  /** Null where it ran none. */
  from: string | null;
  to: string;
  /** One for each step of the old version. */
  steps: readonly Fate[];
  /** What is said to those who begin anew, by language; nothing where there is none. */
  message: Readonly<Record<string, string>>;
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
  /** How conversations in progress go on with another version. */
  activation(tenant: string, id: string): Promise<ActivationPlan>;
  /** Never rejects. */
  execute(call: EffectCall): Promise<EffectOutcome>;
  /** May an effect whose outcome is unknown be carried out again? */
  repeatOf(action: string, input: JsonObject): 'safe' | 'keyed' | 'never';
  /** Carries out what leaves the conversation apart from messages; safe to repeat by the item's id. */
  carryOut(item: Exclude<OutboxItem, { kind: 'message' }>, conversation: ConversationDocument): Promise<void>;
  /** A message of the conversation is saved; where it has a `thread`, it waits to be handed to the service of its channel. */
  said(conversation: ConversationDocument): void;
  /** Tells connected clients, after the commit. */
  visible(update: Visible): void;
  /** For the log: what the engine did in a turn. */
  traced(entries: readonly TraceEntry[], conversation: ConversationDocument): void;
  /** For the log: a conversation was taken over from a holder that died, or what its holders died of was set aside. */
  recovered(what: 'taken over' | 'set aside', conversation: ConversationDocument): void;
  /** Shows connected clients what is being written, as far as it is there; the message itself comes later, or never. */
  writing(conversation: string, text: string): void;
  /** Shows the end user that the agent is working, or not any more. */
  working(conversation: ConversationDocument, on: boolean): void;
}
