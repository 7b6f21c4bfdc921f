import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen, type CircuitBreakerPolicy } from 'cockatiel';
import { LRUCache } from 'lru-cache';
import { EgressError } from './egress-error.ts';

/** After how many failures in a row an origin is left alone, and for how long; then one request may try it. */
export interface BreakerOptions {
  failures: number;
  restMs: number;
}

/** A circuit breaker for every origin. */
export interface Breakers {
  /** @throws EgressError `circuit_open` while the origin is left alone */
  run<T extends { status: number }>(origin: string, call: () => Promise<T>): Promise<T>;
  isOpen(origin: string): boolean;
}

export function createBreakers({ failures, restMs }: BreakerOptions): Breakers {
  const policies = new LRUCache<string, CircuitBreakerPolicy>({
    max: 1_000,
    memoMethod: () =>
      circuitBreaker(handleWhen(isFailure).orWhenResult(isServerError), {
        halfOpenAfter: restMs,
        breaker: new ConsecutiveBreaker(failures),
      }),
  });
  return {
    async run(origin, call) {
      const policy = policies.memo(origin);
      // Others would queue up behind the one that tries, without a deadline.
      if (policy.state === CircuitState.HalfOpen) throw open(origin);
      return policy.execute(call).catch((error: unknown) => {
        throw error instanceof EgressError ? error : open(origin);
      });
    },
    isOpen: (origin) => policies.peek(origin)?.state === CircuitState.Open,
  };
}

/** Says something about the origin; a refusal by us or an answer of the wrong size does not. */
function isFailure(error: unknown): boolean {
  return error instanceof EgressError && ['dns_failed', 'connect_failed', 'timed_out'].includes(error.code);
}

function isServerError(answer: unknown): boolean {
  return (answer as { status: number }).status >= 500;
}

function open(origin: string): EgressError {
  return new EgressError('circuit_open', `${origin} failed again and again and is left alone for a while`);
}
