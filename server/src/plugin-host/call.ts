import type { Json, JsonObject } from '@scenarium/language';
import type { ConversationFacts } from '@scenarium/sdk';

/** A call of an action. */
export interface ActionCall {
  /** Full name: `plugin.action`. */
  action: string;
  input: JsonObject;
  /** The same for every attempt at the same effect. */
  idempotencyKey: string;
  /** Milliseconds; the action's own deadline when absent. */
  timeoutMs?: number;
  /** Gives the call up. */
  signal: AbortSignal;
  conversation: ConversationFacts;
  /** Name of the connection to use; the plugin's only one when absent. */
  connection?: string;
  /** A model decided on the call. */
  byModel?: boolean;
  /** Hears a text result as far as it is there. */
  progress?: (text: string) => void;
}

/** What became of a call. */
export type ActionOutcome = { ok: true; output: Json } | ActionFailure;

export interface ActionFailure {
  ok: false;
  /** `retryable`: the same call may succeed later without anybody changing anything. */
  error: { code: string; message: string; retryable: boolean };
}

/** @example failure('action_unknown', 'there is no action “crm.lead”') */
export function failure(code: string, message: string, { retryable = false } = {}): ActionFailure {
  return { ok: false, error: { code, message: message.slice(0, LONGEST_MESSAGE), retryable } };
}

const LONGEST_MESSAGE = 1_000;
