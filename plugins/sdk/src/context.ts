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
export interface ActionContext {
  http: HttpClient;
  log: Log;
  /** Aborted at the deadline, or when nobody wants the result any more. */
  signal: AbortSignal;
  /** The same for every attempt at the same effect: pass it to services that know idempotency keys. */
  idempotencyKey: string;
  conversation: ConversationFacts;
}

/** Where an action is called from; ids, and the language of the end user such as `ru`. */
export interface ConversationFacts {
  id: string;
  tenant: string;
  agent: string;
  locale: string;
}

/** Structured log, as pino's: facts first, then words. */
export interface Log {
  info(facts: object, message?: string): void;
  warn(facts: object, message?: string): void;
  error(facts: object, message?: string): void;
}
