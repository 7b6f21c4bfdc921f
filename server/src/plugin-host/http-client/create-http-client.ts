import { isIP } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { HttpClient, HttpMethod, HttpRequest, HttpResponse } from '@scenarium/sdk';
import { Agent } from 'undici';
import { createAllowList } from './allow-list.ts';
import { createBreakers, type BreakerOptions } from './breakers.ts';
import { EgressError } from './egress-error.ts';
import { exchange, type Answer } from './exchange.ts';
import { guardedLookup, refused, systemResolver, type Resolver } from './guarded-lookup.ts';
import { firstHop, nextHop, type Hop } from './hop.ts';
import { isPublicAddress } from './is-public-address.ts';
import { parseBody } from './parse-body.ts';
import { createRetryBudget } from './retry-budget.ts';
import { retryDelay } from './retry-delay.ts';
import { toEgressError } from './to-egress-error.ts';

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
}: HttpClientOptions): HttpClient {
  const isAllowed = createAllowList(allow);
  const breakers = createBreakers(breaker);
  const budget = createRetryBudget();
  const agents = { public: createAgent('public'), any: createAgent('any') };

  function createAgent(mode: 'public' | 'any'): Agent {
    const connect = { lookup: guardedLookup(resolver, mode), timeout: connectTimeoutMs };
    return new Agent({ connect, maxHeaderSize: LARGEST_HEADERS, allowH2: false });
  }

  /** Sockets look up names only, so an address that is written out is checked here. */
  function agentFor(url: URL): Agent {
    if (isAllowed(url)) return agents.any;
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) && !isPublicAddress(host)) throw refused(url.host);
    return agents.public;
  }

  async function request(given: HttpRequest): Promise<HttpResponse> {
    const begin = performance.now();
    const { timeoutMs = TIMEOUT_MS, maxBytes = LARGEST_BODY } = given;
    const signals = [AbortSignal.timeout(timeoutMs), ...(given.signal ? [given.signal] : [])];
    const limits = { signal: AbortSignal.any(signals), maxBytes, deadline: Date.now() + timeoutMs };
    const attempts = given.retry !== 'none' && SAFE.has(given.method) ? MOST_ATTEMPTS : 1;
    const answer = await attempt(firstHop(given), attempts, limits);
    return {
      status: answer.status,
      headers: answer.headers,
      body: parseBody(answer.body, answer.headers['content-type']),
      url: answer.url.href,
      durationMs: Math.round(performance.now() - begin),
    };
  }

  async function attempt(hop: Hop, attempts: number, limits: Limits): Promise<Answer> {
    const { origin, host } = hop.url;
    budget.earn(origin);
    for (let number = 1; ; number += 1) {
      const outcome = await follow(hop, limits).catch((error: unknown) => toEgressError(error, { host, ...limits }));
      const delay = retryDelay(number, outcome instanceof EgressError ? undefined : outcome.headers['retry-after']);
      const isLast = number >= attempts || !isPassing(outcome) || Date.now() + delay >= limits.deadline;
      if (isLast || breakers.isOpen(origin) || !budget.spend(origin)) {
        if (outcome instanceof EgressError) throw outcome;
        return outcome;
      }
      await pause(delay, limits.signal).catch((error: unknown) => {
        throw toEgressError(error, { host, ...limits });
      });
    }
  }

  async function follow(first: Hop, limits: Limits): Promise<Answer> {
    let hop: Hop | null = first;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const { url }: Hop = hop;
      const dispatcher = agentFor(url);
      const answer = await breakers.run(url.origin, exchange.bind(null, hop, { ...limits, dispatcher }));
      hop = nextHop(hop, { status: answer.status, location: answer.headers['location'] });
      if (!hop) return answer;
    }
    throw new EgressError('too_many_redirects', `${first.url.host} redirects more than ${MOST_REDIRECTS} times`);
  }

  return { request };
}

interface Limits {
  signal: AbortSignal;
  maxBytes: number;
  /** On the clock of `Date.now`. */
  deadline: number;
}

const TIMEOUT_MS = 10_000;
const LARGEST_BODY = 1_000_000;
const LARGEST_HEADERS = 32_768;
const MOST_ATTEMPTS = 4;
const MOST_REDIRECTS = 5;
const SAFE: ReadonlySet<HttpMethod> = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);
const PASSING = [429, 502, 503, 504];

/** May the next attempt go better? */
function isPassing(outcome: Answer | EgressError): boolean {
  return outcome instanceof EgressError ? outcome.retryable : PASSING.includes(outcome.status);
}
