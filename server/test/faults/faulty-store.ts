import type { Store } from '../../src/runtime/store/store.ts';

/** A process of the simulation: its operations fail, are applied without an answer, stop for good when it is killed, or rest when it is paused. */
export interface FaultyProcess {
  store: Store;
  kill(): void;
  pauseFor(ms: number): void;
  /** From now on its commits never happen: what it takes in, it will not finish. */
  stopCommitting(): void;
}

/** How often writes fail before, or after they were applied. Zero: no faults. */
export interface FaultRates {
  refused: number;
  unanswered: number;
}

const WRITES = new Set([
  'create',
  'insertInbound',
  'commit',
  'claim',
  'renew',
  'saveOutbound',
  'saveTrace',
  'clearPending',
  'park',
  'unpark',
]);

/** Wraps a store so that everything that passes through it can go wrong as it does in life. */
export function faultyProcess(store: Store, rates: FaultRates, random: () => number): FaultyProcess {
  let dead = false;
  let commits = true;
  let pausedUntil = 0;
  const never = new Promise<never>(() => undefined);

  async function alive(): Promise<void> {
    while (Date.now() < pausedUntil) await new Promise((resolve) => setTimeout(resolve, pausedUntil - Date.now()));
    if (dead) await never;
  }

  const wrapped = Object.fromEntries(
    Object.entries(store).map(([name, operation]) => [
      name,
      async (...args: unknown[]) => {
        await alive();
        if (name === 'commit' && !commits) await never;
        const chance = random();
        if (WRITES.has(name) && chance < rates.refused) throw new Error('network: not sent');
        const result: unknown = await (operation as (...args: unknown[]) => Promise<unknown>)(...args);
        await alive();
        if (WRITES.has(name) && chance > 1 - rates.unanswered) throw new Error('network: no answer');
        return result;
      },
    ]),
  ) as unknown as Store;

  return {
    store: wrapped,
    kill() {
      dead = true;
    },
    stopCommitting() {
      commits = false;
    },
    pauseFor(ms) {
      pausedUntil = Date.now() + ms;
    },
  };
}
