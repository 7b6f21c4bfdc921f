export interface BackoffOptions {
  /** First delay, in milliseconds. */
  firstMs?: number;
  /** Longest delay, in milliseconds. */
  maxMs?: number;
  /** Numbers of [0, 1), for the jitter. */
  random?: () => number;
}

/**
 * Waits longer after each failure in a row: half of the delay is certain, the other half random, so that many clients that lost one
 * server do not come back at one instant.
 *
 * @example
 * await backoff.wait();   // 250–500 ms, then 500–1,000 ms, …
 */
export class Backoff {
  readonly #firstMs: number;
  readonly #maxMs: number;
  readonly #random: () => number;
  #failures = 0;
  #skip: () => void = () => {};

  constructor({ firstMs = 500, maxMs = 10_000, random = Math.random }: BackoffOptions = {}) {
    this.#firstMs = firstMs;
    this.#maxMs = maxMs;
    this.#random = random;
  }

  /** Resolves after the next delay, or after `atLeastMs` when that is longer. */
  async wait(atLeastMs = 0): Promise<void> {
    const delay = Math.min(this.#maxMs, this.#firstMs * 2 ** this.#failures++);
    const jittered = delay / 2 + (this.#random() * delay) / 2;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.max(atLeastMs, jittered));
      this.#skip = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** The next delay is the first one again. */
  reset(): void {
    this.#failures = 0;
  }

  /** Ends a running wait now. */
  skip(): void {
    this.#skip();
  }
}
