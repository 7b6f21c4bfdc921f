import { setTimeout as wait } from 'node:timers/promises';
import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen, type CircuitBreakerPolicy } from 'cockatiel';
import { ActionError } from '@scenarium/sdk';
import { LRUCache } from 'lru-cache';
import { createRetryBudget } from './http-client/retry-budget.ts';
import { retryDelay } from './http-client/retry-delay.ts';

/** One piece of work with a service outside. */
export interface Attempt {
  /** Whose connection to which service: its failures are counted together. */
  key: string;
  signal: AbortSignal;
  /** No attempt begins after it. Milliseconds since the epoch. */
  deadline: number;
  /** May it be done again? */
  repeatable: boolean;
}

/** Repeats what failed in passing, and leaves alone what fails again and again. Nothing below it repeats anything. */
export interface Attempts {
  /**
   * @throws whatever the last attempt threw; ActionError `circuit_open` while the service is left alone
   */
  run<T>(attempt: Attempt, work: () => Promise<T>): Promise<T>;
  /** Is the service being left alone? */
  isOpen(key: string): boolean;
}

export interface AttemptsOptions {
  /** After how many failures in a row a service is left alone, and for how long. */
  failures?: number;
  restMs?: number;
  pause?: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

const MOST_ATTEMPTS = 4;

/**
 * @example
 * const attempts = createAttempts();
 * await attempts.run({ key: 'acme/openai/main', signal, deadline, repeatable: true }, () => model.invoke(messages));
 */
export function createAttempts({
  failures = 5,
  restMs = 10_000,
  pause = (ms, signal) => wait(ms, undefined, { signal }),
}: AttemptsOptions = {}): Attempts {
  const budget = createRetryBudget();
  const breakers = new LRUCache<string, CircuitBreakerPolicy>({
    max: 5_000,
    memoMethod: () =>
      circuitBreaker(handleWhen(isPassing), { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(failures) }),
  });
  const isOpen = (key: string): boolean => breakers.peek(key)?.state === CircuitState.Open;

  async function once<T>(key: string, work: () => Promise<T>): Promise<T> {
    const breaker = breakers.memo(key);
    if (breaker.state === CircuitState.HalfOpen) throw open(key);
    let begun = false;
    try {
      return await breaker.execute(() => {
        begun = true;
        return work();
      });
    } catch (error) {
      throw begun ? error : open(key);
    }
  }

  return {
    isOpen,
    async run({ key, signal, deadline, repeatable }, work) {
      budget.earn(key);
      for (let number = 1; ; number += 1) {
        try {
          return await once(key, work);
        } catch (error) {
          const delay = Math.max(retryDelay(number), askedDelay(error));
          const mayGoOn = repeatable && isPassing(error) && number < MOST_ATTEMPTS && !signal.aborted && !isOpen(key);
          if (!mayGoOn || Date.now() + delay >= deadline || !budget.spend(key)) throw error;
          await pause(delay, signal).catch(() => {
            throw error;
          });
        }
      }
    },
  };
}

/** May the next attempt go better? */
function isPassing(error: unknown): boolean {
  return (error as { retryable?: unknown } | null)?.retryable === true;
}

/** Milliseconds that the service asked for. */
function askedDelay(error: unknown): number {
  const { retryAfterMs } = Object(error) as { retryAfterMs?: unknown };
  return typeof retryAfterMs === 'number' ? retryAfterMs : 0;
}

function open(key: string): ActionError {
  return new ActionError('circuit_open', `${key} failed again and again and is left alone for a while`);
}
