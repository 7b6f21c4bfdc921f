/** The database's time as this process knows it, so that a wrong clock of one machine moves no timer and no lease. */
export interface Clock {
  now(): number;
  /** Measures the difference again. */
  synchronise(): Promise<void>;
}

export function createClock(serverTime: () => Promise<number>): Clock {
  let offset = 0;
  return {
    now: () => Date.now() + offset,
    async synchronise() {
      const before = Date.now();
      const server = await serverTime();
      offset = server - (before + Date.now()) / 2;
    },
  };
}
