import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import type { Place } from './vector-store.ts';

/** The process is never kept busy for longer at a stretch. Milliseconds. */
const SLICE_MS = 10;
/** How often a load that lets others go first looks whether they are done. Milliseconds. */
const LOOK_MS = 10;

/** Divides long work on bases so that everything else goes on, and what somebody waits for goes first. */
export class Slices {
  readonly #wanted = new Map<string, number>();
  #since = performance.now();

  /** Somebody waits for this base until the work is done. */
  async urgently<T>(place: Place, work: () => Promise<T>): Promise<T> {
    const key = keyOf(place);
    this.#wanted.set(key, (this.#wanted.get(key) ?? 0) + 1);
    try {
      return await work();
    } finally {
      const left = (this.#wanted.get(key) ?? 1) - 1;
      if (left === 0) this.#wanted.delete(key);
      else this.#wanted.set(key, left);
    }
  }

  /** To be called between small parts of work on a base. */
  async breathe(place: Place): Promise<void> {
    while (this.#wanted.size > 0 && !this.#wanted.has(keyOf(place))) await pause(LOOK_MS, undefined, { ref: false });
    if (performance.now() - this.#since < SLICE_MS) return;
    await turn();
    this.#since = performance.now();
  }
}

function keyOf({ tenant, base }: Place): string {
  return `${tenant} ${base}`;
}
