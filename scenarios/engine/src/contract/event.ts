import type { Json, JsonObject } from '@scenarium/language';

/** A file that came with a message, by its address. */
export interface ReceivedAttachment {
  url: string;
  type?: string;
  name?: string;
}

/** What an end user sent. `option` is the id of a button or choice that was pressed. */
export interface ReceivedMessage {
  text: string;
  option?: string;
  attachments?: ReceivedAttachment[];
}

/** Facts of the conversation a run is born with; expressions read them as `contact`, `conversation` and `agent`. */
export interface RunFacts {
  contact: { id: string; name?: string; locale?: string };
  conversation: { id: string; channel: string };
  agent: { id: string; name: string };
}

/** Why an effect failed. `code` is stable (`timed_out`, `http_status`, `outcome_unknown` …). */
export interface EffectError {
  code: string;
  message: string;
}

interface Base {
  /** Unique and stable: the same happening has the same id however often it is delivered. */
  id: string;
  /** Milliseconds since the epoch: the only clock the engine knows. */
  at: number;
}

export interface StartedEvent extends Base {
  kind: 'started';
  run: { id: string; seed: number };
  trigger: { type: 'conversation' } | { type: 'command'; command: string } | { type: 'event'; event: string };
  /** Begins at this step instead of where the trigger leads: to try a part of a scenario. */
  from?: string;
  /** Initial values by variable name; unknown names are ignored. Command arguments, the event's data. */
  values?: JsonObject;
  facts: RunFacts;
  locale: string;
  /** Values of `contact` and `agent` scoped variables. */
  contactVariables: JsonObject;
  agentVariables: JsonObject;
}

export interface MessageReceivedEvent extends Base {
  kind: 'message-received';
  message: ReceivedMessage;
  /** The message interrupts this pending effect: its step is carried out again with the new message, its result is unwanted. */
  interrupts?: string;
}

export interface EffectSucceededEvent extends Base {
  kind: 'effect-succeeded';
  effect: string;
  output: Json;
}

export interface EffectFailedEvent extends Base {
  kind: 'effect-failed';
  effect: string;
  error: EffectError;
}

export interface TimerFiredEvent extends Base {
  kind: 'timer-fired';
  timer: string;
}

export interface EventReceivedEvent extends Base {
  kind: 'event-received';
  name: string;
  key?: string;
  data: Json;
}

/** A person hands the conversation back to the bot. */
export interface HandedBackEvent extends Base {
  kind: 'handed-back';
}

export interface LocaleChangedEvent extends Base {
  kind: 'locale-changed';
  locale: string;
}

export interface CancelledEvent extends Base {
  kind: 'cancelled';
  reason: string;
}

/**
 * The run goes on with another version of its scenario: `advance()` is called with the new one. `places` says for each step of the
 * old version where somebody there goes on; who is to `stay` goes on waiting as before, everybody else enters the step anew. A run
 * that cannot be moved stays as it is: ask `whyNotMoved` before.
 */
export interface MovedEvent extends Base {
  kind: 'moved';
  places: { [step: string]: { to: string; stay?: true } };
}

/** Everything that can happen to a run. */
export type EngineEvent =
  | StartedEvent
  | MessageReceivedEvent
  | EffectSucceededEvent
  | EffectFailedEvent
  | TimerFiredEvent
  | EventReceivedEvent
  | HandedBackEvent
  | LocaleChangedEvent
  | MovedEvent
  | CancelledEvent;
