/**
 * How long to wait before the attempt after this one, in milliseconds: doubling with jitter, and never less than the server asked for
 * by `Retry-After`, a number of seconds or an HTTP date (RFC 9110, 10.2.3).
 *
 * @example retryDelay(1) // between 100 and 200
 * @example retryDelay(1, '3') // 3000
 */
export function retryDelay(attempt: number, retryAfter?: string): number {
  const backOff = Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS) * (0.5 + Math.random() / 2);
  return Math.max(backOff, asked(retryAfter));
}

const FIRST_MS = 200;
const LONGEST_MS = 5_000;

function asked(retryAfter = ''): number {
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1_000;
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? 0 : date - Date.now();
}
