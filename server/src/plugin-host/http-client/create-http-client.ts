import { setTimeout as pause } from 'node:timers/promises';
import type { HttpClient, HttpRequest, HttpResponse } from '@scenarium/sdk';
import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleAll, type CircuitBreakerPolicy } from 'cockatiel';
import { LRUCache } from 'lru-cache';
import { createAllowList } from './allow-list.ts';
import { EgressError } from './egress-error.ts';
import { exchange } from './exchange.ts';
import { createRetryBudget, retryDelay } from './retry.ts';
import { resolveHost, systemResolver, type Resolver } from './resolve.ts';

export interface HttpClientOptions {
  /** Addresses that may be reached although they are private: see `EGRESS_ALLOW`. */
  allow: readonly string[];
  resolver?: Resolver;
  /** Consecutive failures after which an origin is left alone, and for how long (ms). */
  breaker?: { failures: number; restMs: number };
}

const MOST_ATTEMPTS = 4;
const MOST_REDIRECTS = 5;
const SAFE = new Set(['GET', 'HEAD', 'PUT', 'DELETE']);
const PASSING = new Set([429, 502, 503, 504]);
const DROPPED_ACROSS_ORIGINS = ['authorization', 'cookie', 'proxy-authorization', 'x-api-key'];

/**
 * The one way out of the server. Every hop is resolved here, refused unless public or allowed, and connected to the very address
 * that was checked. Time, size, redirects, attempts and failing origins are bounded.
 *
 * @example const client = createHttpClient({ allow: [] }); await client.request({ method: 'GET', url: 'https://example.com/' });
 */
export function createHttpClient({
  allow,
  resolver = systemResolver,
  breaker = { failures: 5, restMs: 10_000 },
}: HttpClientOptions): HttpClient {
  const isAllowed = createAllowList(allow);
  const breakers = new LRUCache<string, CircuitBreakerPolicy>({ max: 1_000 });
  const budget = createRetryBudget();

  async function request(given: HttpRequest): Promise<HttpResponse> {
    const { timeoutMs = 10_000, retry = 'auto', method } = given;
    const deadline = Date.now() + timeoutMs;
    const signal = given.signal
      ? AbortSignal.any([given.signal, AbortSignal.timeout(timeoutMs)])
      : AbortSignal.timeout(timeoutMs);
    const isSafe = retry === 'auto' && SAFE.has(method);
    const { origin } = parseUrl(given.url);
    for (let attempt = 1; ; attempt += 1) {
      const last = !isSafe || attempt === MOST_ATTEMPTS || !budget.spend(origin, attempt);
      try {
        const answer = await guarded(origin, () => follow({ ...given, signal, maxBytes: given.maxBytes ?? 1_000_000 }));
        const delay = retryDelay(attempt, answer.headers['retry-after']);
        if (last || !PASSING.has(answer.status) || Date.now() + delay > deadline) return answer;
        await pause(delay, undefined, { signal });
      } catch (error) {
        const failure = failureOf(error, { url: given.url, given: given.signal });
        const delay = retryDelay(attempt);
        if (last || failure.code !== 'connect_failed' || Date.now() + delay > deadline) throw failure;
        await pause(delay, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async function guarded(origin: string, call: () => Promise<HttpResponse>): Promise<HttpResponse> {
    const known = breakers.get(origin);
    const policy =
      known ??
      circuitBreaker(handleAll, { halfOpenAfter: breaker.restMs, breaker: new ConsecutiveBreaker(breaker.failures) });
    if (!known) breakers.set(origin, policy);
    if (policy.state === CircuitState.Open)
      throw new EgressError('circuit_open', `${origin} failed again and again and is left alone for a while`);
    let refused: unknown;
    const answer = await policy
      .execute(async () => {
        try {
          const response = await call();
          if (response.status >= 500) throw new Answered(response);
          return response;
        } catch (error) {
          if (!(error instanceof EgressError) || error.code === 'connect_failed' || error.code === 'timed_out')
            throw error;
          refused = error;
          return null;
        }
      })
      .catch((error: unknown) => {
        if (error instanceof Answered) return error.response;
        throw error;
      });
    if (answer === null) throw refused;
    return answer;
  }

  async function follow(request: HttpRequest & { signal: AbortSignal; maxBytes: number }): Promise<HttpResponse> {
    let current = request;
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      const url = parseUrl(current.url);
      const addresses = await resolveHost(url, isAllowed(url), resolver);
      const answer = await exchange(url, current, addresses);
      const target = answer.headers['location'];
      if (![301, 302, 303, 307, 308].includes(answer.status) || target === undefined) return answer;
      current = redirected(current, url, { status: answer.status, target });
    }
    throw new EgressError('too_many_redirects', `more than ${MOST_REDIRECTS} redirects`);
  }

  return { request };
}

/** A server error: the answer is given to the caller, and counts as a failure of its origin. */
class Answered extends Error {
  readonly response: HttpResponse;
  constructor(response: HttpResponse) {
    super('server error');
    this.response = response;
  }
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new EgressError('egress_scheme', 'only http and https addresses are allowed');
  if (url.username || url.password)
    throw new EgressError('egress_scheme', 'an address must not hold a user name or password');
  return url;
}

function redirected<R extends HttpRequest>(
  request: R,
  from: URL,
  { status, target }: { status: number; target: string },
): R {
  const to = URL.canParse(target, from.href) ? new URL(target, from) : parseUrl('');
  const { body, ...bodyless } = request;
  const becomesGet = status === 303 || ((status === 301 || status === 302) && request.method === 'POST');
  const headers = Object.fromEntries(
    Object.entries(request.headers ?? {}).filter(
      ([name]) => to.origin === from.origin || !DROPPED_ACROSS_ORIGINS.includes(name.toLowerCase()),
    ),
  );
  const rest = becomesGet
    ? { ...bodyless, method: 'GET' as const }
    : { ...bodyless, ...(body !== undefined && { body }) };
  return { ...rest, url: to.href, headers } as R;
}

function failureOf(error: unknown, { url, given }: { url: string; given: AbortSignal | undefined }): EgressError {
  if (error instanceof EgressError) return error;
  const { host } = parseUrl(url);
  if (given?.aborted) return new EgressError('aborted', 'the request is not wanted any more');
  const { name, code } = error as { name?: string; code?: string };
  if (name === 'TimeoutError' || name === 'AbortError' || /TIMEOUT/.test(code ?? ''))
    return new EgressError('timed_out', `${host} did not answer in time`);
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return new EgressError('too_large', `the headers of ${host} are too large`);
  return new EgressError('connect_failed', `${host} cannot be reached (${code ?? 'connection failed'})`);
}
