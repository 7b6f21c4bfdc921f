import { setTimeout as wait } from 'node:timers/promises';
import type { HttpClient, HttpMethod, HttpRequest } from '@scenarium/sdk';
import { createAgents } from './agents.ts';
import { createAllowList } from './allow-list.ts';
import { createBreakers, type BreakerOptions } from './breakers.ts';
import { EgressError } from './egress-error.ts';
import type { Answer } from './exchange.ts';
import { createFollow } from './follow.ts';
import { createGuardedFetch } from './guarded-fetch.ts';
import { systemResolver, type Resolver } from './guarded-lookup.ts';
import { firstHop } from './hop.ts';
import { parseBody } from './parse-body.ts';
import { createRetryBudget } from './retry-budget.ts';
import { retryDelay } from './retry-delay.ts';
import { toEgressError } from './to-egress-error.ts';

/**
 * The one way out of the server. Every address is checked at every hop and connected to as it was checked; time, size, redirects,
 * attempts and requests to failing origins are bounded. The only place that retries.
 *
 * @throws Error `egress_allow_invalid`
 * @example
 * const client = createHttpClient({ allow: ['127.0.0.1:3000'] });
 * const { status, body } = await client.request({ method: 'GET', url: 'https://api.example.com/orders' });
 */
export function createHttpClient({
  allow,
  resolver = systemResolver,
  breaker = { failures: 5, restMs: 10_000 },
  connectTimeoutMs = 5_000,
  pause = (ms, signal) => wait(ms, undefined, { signal }),
}: HttpClientOptions): GuardedClient {
  const breakers = createBreakers(breaker);
  const budget = createRetryBudget();
  const agentFor = createAgents({ isAllowed: createAllowList(allow), resolver, connectTimeoutMs });
  const follow = createFollow({ agentFor, breakers });

  /** The last attempt's answer or error. */
  async function attempt(request: HttpRequest, signal: AbortSignal, deadline: number): Promise<Answer | EgressError> {
    const hop = firstHop(request);
    const { origin, host } = hop.url;
    const limits = { signal, maxBytes: request.maxBytes ?? LARGEST_BODY };
    const failed = (error: unknown): EgressError => toEgressError(error, { host, signal });
    const attempts = request.retry !== 'none' && SAFE.has(request.method) ? MOST_ATTEMPTS : 1;
    budget.earn(origin);
    for (let number = 1; ; number += 1) {
      const outcome = await follow(hop, limits).catch(failed);
      const delay = retryDelay(number, outcome instanceof EgressError ? undefined : outcome.headers['retry-after']);
      if (number >= attempts || !isPassing(outcome) || Date.now() + delay >= deadline) return outcome;
      if (breakers.isOpen(origin) || !budget.spend(origin)) return outcome;
      const interruption = await pause(delay, signal).then(() => null, failed);
      if (interruption) return interruption;
    }
  }

  return {
    fetch: createGuardedFetch({ agentFor, breakers }),
    async request(request) {
      const begin = performance.now();
      const { timeoutMs = TIMEOUT_MS } = request;
      const signals = [AbortSignal.timeout(timeoutMs), ...(request.signal ? [request.signal] : [])];
      const outcome = await attempt(request, AbortSignal.any(signals), Date.now() + timeoutMs);
      if (outcome instanceof EgressError) throw outcome;
      const { status, headers, body, url } = outcome;
      const durationMs = Math.round(performance.now() - begin);
      return { status, headers, body: parseBody(body, headers['content-type']), url: url.href, durationMs };
    },
  };
}

/** The guarded client, and the same as `fetch`. */
export interface GuardedClient extends HttpClient {
  fetch: typeof fetch;
}

export interface HttpClientOptions {
  /** What may be reached although its address is not public: `host`, `host:port` or a prefix of URLs (`EGRESS_ALLOW`). */
  allow: readonly string[];
  resolver?: Resolver;
  breaker?: BreakerOptions;
  /** For a connection to stand, TLS included. Milliseconds. */
  connectTimeoutMs?: number;
  /** Waits before the next attempt; rejects when the signal is aborted. */
  pause?: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

const TIMEOUT_MS = 10_000;
const LARGEST_BODY = 1_000_000;
const MOST_ATTEMPTS = 4;
const SAFE: ReadonlySet<HttpMethod> = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);
const PASSING = [429, 502, 503, 504];

/** May the next attempt go better? */
function isPassing(outcome: Answer | EgressError): boolean {
  return outcome instanceof EgressError ? outcome.retryable : PASSING.includes(outcome.status);
}
