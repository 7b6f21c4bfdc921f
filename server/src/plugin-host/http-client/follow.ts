import { isIP } from 'node:net';
import { Agent } from 'undici';
import type { AllowList } from './allow-list.ts';
import type { Breakers } from './breakers.ts';
import { EgressError } from './egress-error.ts';
import { exchange, type Answer, type ExchangeOptions } from './exchange.ts';
import { guardedLookup, refused, type Resolver } from './guarded-lookup.ts';
import { nextHop, type Hop } from './hop.ts';
import { isPublicAddress } from './is-public-address.ts';

/** Sends a request and follows redirects to the last answer. @throws EgressError */
export type Follow = (hop: Hop, limits: Limits) => Promise<Answer>;

type Limits = Omit<ExchangeOptions, 'dispatcher'>;

export interface FollowOptions {
  isAllowed: AllowList;
  resolver: Resolver;
  breakers: Breakers;
  connectTimeoutMs: number;
}

/** Every hop is checked anew: its URL, its address, its origin's circuit. */
export function createFollow({ isAllowed, resolver, breakers, connectTimeoutMs }: FollowOptions): Follow {
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

  return async function follow(hop: Hop, limits: Limits, redirects = 0): Promise<Answer> {
    const dispatcher = agentFor(hop.url);
    const answer = await breakers.run(hop.url.origin, () => exchange(hop, { ...limits, dispatcher }));
    const next = nextHop(hop, { status: answer.status, location: answer.headers['location'] });
    if (!next) return answer;
    if (redirects === MOST_REDIRECTS)
      throw new EgressError('too_many_redirects', `${hop.url.host} redirects for the ${MOST_REDIRECTS + 1}th time`);
    return follow(next, limits, redirects + 1);
  };
}

const LARGEST_HEADERS = 32_768;
const MOST_REDIRECTS = 5;
