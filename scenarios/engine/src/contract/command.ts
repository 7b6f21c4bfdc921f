import type { Json, JsonObject } from '@scenarium/language';
import type { EffectError } from './event.ts';

interface Base {
  /** Deterministic: run, step and the command's number in the run. The same decision has the same id on every replay. */
  id: string;
  step: string;
}

/** A text to show, with its buttons (`url` opens, without it the press comes back as `option`) and attachments. */
export interface SendMessageCommand extends Base {
  kind: 'send-message';
  text: string;
  locale: string;
  buttons?: { id: string; label: string; url?: string }[];
  attachments?: { url: string; type: string; name?: string }[];
  citations?: Citation[];
}

/** Where something that is said comes from: the passage as it stands in a document. */
export interface Citation {
  title: string;
  quote: string;
  /** Headings above the passage, joined. */
  section?: string;
  page?: number;
  url?: string;
}

/** Carry out a plugin's action; the answer comes back as `effect-succeeded` or `effect-failed` with this id. */
export interface CallEffectCommand extends Base {
  kind: 'call-effect';
  action: string;
  input: JsonObject;
  /** Name of the plugin's connection. */
  connection?: string;
  timeoutMs?: number;
  /** A model decided on the call: what belongs to the conversation's contact is filled in by the host. */
  byModel?: true;
  /** The text that comes back will be said: parts of it may be shown while it is being made. */
  shown?: true;
}

/** The result of this effect is not wanted any more. */
export interface CancelEffectCommand extends Base {
  kind: 'cancel-effect';
  effect: string;
}

/** `at`: milliseconds since the epoch. Comes back as `timer-fired` with this command's id as `timer`. */
export interface StartTimerCommand extends Base {
  kind: 'start-timer';
  at: number;
}

export interface CancelTimerCommand extends Base {
  kind: 'cancel-timer';
  timer: string;
}

export interface EmitEventCommand extends Base {
  kind: 'emit-event';
  name: string;
  key?: string;
  data: Json;
}

export interface OpenTicketCommand extends Base {
  kind: 'open-ticket';
  reason: string;
  priority: 'low' | 'normal' | 'high' | 'urgent';
}

/** Start the active scenario of another agent in this conversation; this run is over. */
export interface StartRunCommand extends Base {
  kind: 'start-run';
  agent: string;
  reason?: string;
}

/** Keep these `contact` scoped variables with the end user. */
export interface SaveContactCommand extends Base {
  kind: 'save-contact';
  variables: JsonObject;
}

/** The run is over. */
export interface FinishCommand extends Base {
  kind: 'finish';
  status: 'done' | 'failed' | 'cancelled';
  outcome?: string;
  error?: EffectError;
}

/** Everything the engine may ask of its runtime. */
export type Command =
  | SendMessageCommand
  | CallEffectCommand
  | CancelEffectCommand
  | StartTimerCommand
  | CancelTimerCommand
  | EmitEventCommand
  | OpenTicketCommand
  | StartRunCommand
  | SaveContactCommand
  | FinishCommand;
