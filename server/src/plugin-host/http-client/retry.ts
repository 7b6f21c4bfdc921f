import { LRUCache } from 'lru-cache';

const FIRST_MS = 200;
const LONGEST_MS = 20_000;

/** How long to wait before the next attempt: as the server says, else doubling with jitter. Milliseconds. */
export function retryDelay(attempt: number, retryAfter?: string): number {
  if (retryAfter !== undefined) {
    const seconds = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1_000 : Date.parse(retryAfter) - Date.now();
    if (Number.isFinite(seconds)) return Math.max(0, seconds);
  }
  return Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS) * (0.5 + Math.random() / 2);
}

/** Retries of one origin may be a fifth of its requests (and ten to begin with): a service in trouble is not buried under them. */
export function createRetryBudget(): { spend(origin: string, attempt: number): boolean } {
  const left = new LRUCache<string, number>({ max: 1_000 });
  return {
    spend(origin, attempt) {
      const tokens = left.get(origin) ?? 10;
      if (attempt === 1) {
        left.set(origin, Math.min(10, tokens + 0.2));
        return true;
      }
      if (tokens < 1) return false;
      left.set(origin, tokens - 1);
      return true;
    },
  };
}
