import { LRUCache } from 'lru-cache';

/** Keeps retries of an origin below a fifth of its requests, and ten to begin with: a service in trouble is not buried under them. */
export interface RetryBudget {
  /** A new request to the origin pays in. */
  earn(origin: string): void;
  /** Takes one retry out; false when there is none left. */
  spend(origin: string): boolean;
}

export function createRetryBudget(): RetryBudget {
  const left = new LRUCache<string, number>({ max: 1_000 });
  const of = (origin: string): number => left.get(origin) ?? MOST;
  return {
    earn: (origin) => void left.set(origin, Math.min(MOST, of(origin) + SHARE)),
    spend(origin) {
      if (of(origin) < 1) return false;
      left.set(origin, of(origin) - 1);
      return true;
    },
  };
}

const MOST = 10;
const SHARE = 0.2;
