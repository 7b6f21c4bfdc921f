import type { AgentFor } from './agents.ts';
import type { Breakers } from './breakers.ts';
import { EgressError } from './egress-error.ts';
import { exchange, type Answer, type ExchangeOptions } from './exchange.ts';
import { nextHop, type Hop } from './hop.ts';

/** Sends a request and follows redirects to the last answer. @throws EgressError */
export type Follow = (hop: Hop, limits: Limits) => Promise<Answer>;

type Limits = Omit<ExchangeOptions, 'dispatcher'>;

export interface FollowOptions {
  agentFor: AgentFor;
  breakers: Breakers;
}

/** Every hop is checked anew: its URL, its address, its origin's circuit. */
export function createFollow({ agentFor, breakers }: FollowOptions): Follow {
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

/** Redirects that are followed. */
export const MOST_REDIRECTS = 5;
