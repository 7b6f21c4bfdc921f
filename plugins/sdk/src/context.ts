import type { Json } from '@scenarium/language';

/** One request. `retry: 'auto'` repeats what is safe to repeat; the client decides how often. Times in milliseconds, sizes in bytes. */
export interface HttpRequest {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  headers?: Record<string, string>;
  /** Sent as JSON, a string as it is. */
  body?: Json;
  timeoutMs?: number;
  maxBytes?: number;
  signal?: AbortSignal;
  retry?: 'auto' | 'none';
}

/** The answer; `body` is JSON where the server says so, otherwise text. Names of headers are in small letters. */
export interface HttpResponse {
  status: number;
  headers: Record<string, string>;
  body: Json;
  /** Where it came from after redirects. */
  url: string;
}

/** The only way out: every request is checked against the installation's rules. Rejects with an error that has a `code`. */
export interface HttpClient {
  request(request: HttpRequest): Promise<HttpResponse>;
}

export interface Log {
  info(detail: object, message?: string): void;
  warn(detail: object, message?: string): void;
  error(detail: object, message?: string): void;
}

export interface ConversationFacts {
  id: string;
  tenant: string;
  agent: string;
  locale: string;
}

/** What an action may use: nothing else reaches it. */
export interface ActionContext {
  http: HttpClient;
  log: Log;
  /** Aborted at the deadline, or when the result is not wanted any more. */
  signal: AbortSignal;
  /** The same for every attempt at the same effect: pass it to services that support idempotency keys. */
  idempotencyKey: string;
  conversation: ConversationFacts;
}
