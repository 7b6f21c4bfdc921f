import { ActionError } from '@scenarium/sdk';
import type { Peer } from './peer.ts';
import { startProcess, type PluginProcess, type ProcessOptions } from './start-process.ts';

/** A plugin's process that is started again when it ends. */
export interface SupervisedPlugin {
  /** Calls the plugin; waits a moment where it is being started. @throws ActionError `plugin_stopped` */
  call: Peer['call'];
  /** Ends the process and starts another, as after a change of its files. */
  restart(): void;
  stop(): void;
  state(): { running: boolean; restarts: number; lastEnd: { reason: string; at: string } | null };
}

export interface SupervisionOptions extends ProcessOptions {
  /** Hears why a process ended. */
  ended(reason: string): void;
  /** First pause before it is started again; doubles up to the longest. Milliseconds. */
  pauseMs?: number;
}

const LONGEST_PAUSE_MS = 30_000;
const PATIENCE_MS = 2_000;
/** A process that lived so long was well: its end begins a new count. */
const WELL_MS = 60_000;

/** @example const plugin = supervisePlugin({ entry, readable: [folder], methods, limits, printed, ended }); */
export function supervisePlugin({ ended, pauseMs = 200, ...options }: SupervisionOptions): SupervisedPlugin {
  let current: PluginProcess | null = null;
  let started = 0;
  let failures = 0;
  let restarts = 0;
  let lastEnd: { reason: string; at: string } | null = null;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let waiting: (() => void)[] = [];
  start();

  function start(): void {
    if (stopped) return;
    const mine = startProcess(options);
    current = mine;
    started = performance.now();
    for (const tell of waiting.splice(0)) tell();
    void mine.ended.then((reason) => {
      if (current !== mine) return;
      current = null;
      if (stopped) return;
      lastEnd = { reason, at: new Date().toISOString() };
      ended(reason);
      failures = performance.now() - started > WELL_MS ? 1 : failures + 1;
      restarts += 1;
      timer = setTimeout(start, Math.min(pauseMs * 2 ** (failures - 1), LONGEST_PAUSE_MS));
    });
  }

  async function running(): Promise<PluginProcess> {
    if (current) return current;
    await Promise.race([
      new Promise<void>((resolve) => waiting.push(resolve)),
      new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref()),
    ]);
    if (current) return current;
    const why = lastEnd ? `: ${lastEnd.reason}` : '';
    throw new ActionError('plugin_stopped', `the plugin was stopped and is being started again${why}`, {
      retryable: true,
    });
  }

  return {
    call: async (method, params, callOptions) => (await running()).peer.call(method, params, callOptions),
    restart() {
      clearTimeout(timer);
      const before = current;
      current = null;
      failures = 0;
      before?.kill('it is started again');
      start();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      waiting = [];
      current?.kill('the server stops');
    },
    state: () => ({ running: current !== null, restarts, lastEnd }),
  };
}
