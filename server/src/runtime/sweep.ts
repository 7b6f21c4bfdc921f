import type { Clock } from './clock.ts';
import { inboundOf } from './position.ts';
import type { Store } from './store/store.ts';
import type { Worker } from './worker.ts';

export interface SweepOptions {
  store: Store;
  worker: Worker;
  clock: Clock;
  everyMs: number;
  /** A row nobody applied for so long was forgotten: its acceptor died. */
  forgottenMs: number;
  report(error: unknown): void;
}

const AT_ONCE = 500;
const SYNCHRONISE_MS = 10_000;

/**
 * Finds what nobody looks after: conversations that are due (a timer, a lease that ran out, leftovers) and accepted rows that
 * were not applied. Every instance sweeps; that two find the same does no harm.
 */
export function startSweep({ store, worker, clock, everyMs, forgottenMs, report }: SweepOptions): {
  stop(): Promise<void>;
} {
  let stopped = false;
  let synchronised = 0;
  let end: () => void = () => undefined;

  async function sweep(): Promise<boolean> {
    if (Date.now() - synchronised > SYNCHRONISE_MS) {
      await clock.synchronise();
      synchronised = Date.now();
    }
    const due = await store.due(new Date(clock.now()), AT_ONCE);
    for (const id of due) worker.poke(id);
    const forgotten = await store.forgotten(new Date(clock.now() - forgottenMs), AT_ONCE);
    if (forgotten.length > 0) await recover(forgotten);
    return due.length === AT_ONCE || forgotten.length === AT_ONCE;
  }

  async function recover(rows: Awaited<ReturnType<Store['forgotten']>>): Promise<void> {
    const conversations = await store.applied([...new Set(rows.map(({ conversation }) => conversation))]);
    const isApplied = (row: (typeof rows)[number]): boolean =>
      inboundOf(row.seq) <= (conversations.get(row.conversation) ?? Infinity);
    const done = rows.filter(isApplied);
    if (done.length > 0) await store.clearPending(done.map(({ _id }) => _id));
    for (const { conversation } of rows.filter((row) => !isApplied(row))) worker.poke(conversation, { recover: true });
  }

  async function loop(): Promise<void> {
    while (!stopped) {
      const more = await sweep().catch((error: unknown) => {
        report(error);
        return false;
      });
      if (stopped) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, more ? everyMs / 4 : everyMs);
        end = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  const running = loop();
  return {
    async stop() {
      stopped = true;
      end();
      await running;
    },
  };
}
