import type { Json } from '@scenarium/language';

/**
 * The only way out: every request, and every redirect, is checked against the installation's rules.
 *
 * @example
 * const { status, body } = await http.request({ method: 'GET', url: 'https://api.example.com/orders', query: { limit: 10 } });
 */
export interface HttpClient {
  /**
   * Resolves with whatever the server answers, a 404 or 500 too. Rejects with an error that has a `code`: `egress_refused`,
   * `egress_scheme`, `dns_failed`, `connect_failed`, `timed_out`, `too_large`, `too_many_redirects`, `circuit_open`, `aborted`.
   */
  request(request: HttpRequest): Promise<HttpResponse>;
}

export type HttpMethod = 'GET' | 'HEAD' | 'OPTIONS' | 'PUT' | 'DELETE' | 'POST' | 'PATCH';

export interface HttpRequest {
  method: HttpMethod;
  /** `http` or `https`, without user name and password. */
  url: string;
  headers?: Record<string, string>;
  /** Parameters added to those of `url`. */
  query?: Record<string, string | number | boolean>;
  /** Sent as JSON; a string as it is. */
  body?: Json;
  /** For everything together: attempts, pauses, redirects, reading the body. Milliseconds; 10,000 when absent. */
  timeoutMs?: number;
  /** The most that is read of the unpacked body. Bytes; 1,000,000 when absent. */
  maxBytes?: number;
  /** `auto`, the default, repeats what is safe to repeat; how often is the client's business. */
  retry?: 'auto' | 'none';
  /** Gives the request up. The signal of the action is heeded without naming it here. */
  signal?: AbortSignal;
}

export interface HttpResponse {
  status: number;
  /** Names in small letters; a header that came several times is joined by `, `. */
  headers: Record<string, string>;
  /** JSON where the server says so, otherwise text. */
  body: Json;
  /** Where the answer came from, after redirects. */
  url: string;
  /** How long it took, attempts and pauses included. Milliseconds. */
  durationMs: number;
}
