import type { Request } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { commonProblems } from '../errors/common.ts';
import type { Actor } from './actor.ts';
import type { RateLimit } from './route.ts';

/** Counts calls of a route in this process; the returned function throws `too_many_requests` beyond the limit. */
export function createRouteLimit({ key = 'ip', points, seconds }: RateLimit) {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return async (request: Request, actor: Actor | undefined): Promise<void> => {
    try {
      await limiter.consume(keyOf(key, request, actor));
    } catch (spent) {
      if (!(spent instanceof RateLimiterRes)) throw spent;
      throw tooManyRequests(spent);
    }
  };
}

/** The problem that says when to come again. */
function tooManyRequests({ msBeforeNext }: RateLimiterRes) {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1_000));
  return commonProblems.too_many_requests({ headers: { 'Retry-After': String(seconds) } });
}

function keyOf(key: string, request: Request, actor: Actor | undefined): string {
  if (key === 'ip') return request.ip ?? '';
  if (key === 'actor') return actor?.kind === 'user' ? actor.id : (actor?.conversation ?? request.ip ?? '');
  const field = (request.body as Record<string, unknown> | undefined)?.[key];
  return typeof field === 'string' ? field.toLowerCase() : (request.ip ?? '');
}
