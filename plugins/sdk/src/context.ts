import type { HttpClient } from './http-client.ts';

/**
 * What an action may use: nothing else reaches it.
 *
 * @example
 * async function greet({ name }, { conversation, log }: ActionContext) {
 *   log.info({ locale: conversation.locale }, 'greeting');
 *   return `Hello, ${name}`;
 * }
 */
export interface ActionContext<C = unknown> extends ServiceContext {
  /** The connection's settings with its secrets, checked by the plugin's `config`; undefined for a plugin without one. */
  config: C;
  /** The same for every attempt at the same effect: pass it to services that know idempotency keys. */
  idempotencyKey: string;
  conversation: ConversationFacts;
  /** Shows a text result as far as it is there; does nothing where nobody watches. */
  progress(text: string): void;
}

/** What every handler of a plugin may use. */
export interface ServiceContext {
  http: HttpClient;
  /**
   * The guarded client as `fetch`, for vendors' libraries and for answers that stream. Same rules as `http`, nothing repeated; the
   * whole exchange, body included, ends with `signal`.
   */
  fetch: typeof fetch;
  log: Log;
  /** Aborted at the deadline, or when nobody wants the result any more. */
  signal: AbortSignal;
  /** Keeps what a plugin renews by itself, such as an OAuth refresh token: encrypted with the connection's secrets. */
  saveSecrets(changes: Readonly<Record<string, string>>): Promise<void>;
}

/** Where an action is called from; ids, and the language of the end user such as `ru`. */
export interface ConversationFacts {
  id: string;
  tenant: string;
  agent: string;
  locale: string;
  /** Id of the contact; absent where nobody talks, as in the test bench. */
  contact?: string;
}

/** Structured log, as pino's: facts first, then words. */
export interface Log {
  info(facts: object, message?: string): void;
  warn(facts: object, message?: string): void;
  error(facts: object, message?: string): void;
}
