import { spawn, type ChildProcess } from 'node:child_process';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EngineLaunch } from '../config/config.ts';
import { StartError } from '../errors/start-error.ts';
import { usableFolder } from '../files/usable-folder.ts';
import { engineAddress } from './engine-address.ts';
import { startSentence } from './start-sentence.ts';

export type EngineState = 'starting' | 'ready' | 'restarting' | 'stopped';

/** The embedded engine, kept running. */
export interface SupervisedEngine {
  /** Address for any driver of this user; the same after every restart. */
  readonly uri: string;
  state(): EngineState;
  pid(): number | undefined;
  /** Stops it for good: cleanly when it does so within the time, by force otherwise. */
  stop(withinMs?: number): Promise<void>;
}

export interface SuperviseOptions {
  dataDir: string;
  launch: EngineLaunch;
  /** Told of every restart. */
  onCrash?(detail: { code: number | null; signal: string | null; restartInMs: number }): void;
}

const START_MS = 20_000;
const STOP_MS = 8_000;
const STABLE_MS = 10_000;
const LONGEST_BACKOFF_MS = 5_000;

/**
 * Starts the embedded MongoDB engine in a process of its own and restarts it with back-off whenever it dies.
 * @throws StartError when it cannot be started at all
 * @example const engine = await superviseEngine({ dataDir: '/srv/scenarium/data', launch: {} });
 */
export async function superviseEngine({ dataDir, launch, onCrash }: SuperviseOptions): Promise<SupervisedEngine> {
  if (launch.unavailable) throw new StartError(launch.unavailable);
  const directory = join(dataDir, 'mongo');
  usableFolder(directory, 'DATA_DIR');
  const address = engineAddress(directory);
  let state: EngineState = 'starting';
  let child = start();
  let startedAt = Date.now();
  let backoff = 100;
  let restart: NodeJS.Timeout | undefined;
  await ready(child);
  state = 'ready';
  watch();

  function start(): ChildProcess {
    const host = fileURLToPath(new URL(`./host${extname(import.meta.url)}`, import.meta.url));
    const [command, args] = launch.loader
      ? [launch.loader, ['--library-path', launch.libraryPath ?? '', process.execPath, host, directory, address]]
      : [process.execPath, [host, directory, address]];
    return spawn(command, args, {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { PATH: process.env['PATH'], TMPDIR: dirname(address) },
    });
  }

  function watch(): void {
    child.once('exit', (code, signal) => {
      if (state === 'stopped') return;
      state = 'restarting';
      if (Date.now() - startedAt > STABLE_MS) backoff = 100;
      onCrash?.({ code, signal, restartInMs: backoff });
      restart = setTimeout(again, backoff);
      backoff = Math.min(backoff * 2, LONGEST_BACKOFF_MS);
    });
  }

  function again(): void {
    child = start();
    startedAt = Date.now();
    watch();
    ready(child).then(
      () => {
        if (state === 'restarting') state = 'ready';
      },
      () => child.kill('SIGKILL'),
    );
  }

  return {
    uri: `mongodb://${encodeURIComponent(address)}/?directConnection=true`,
    state: () => state,
    pid: () => child.pid,
    async stop(withinMs = STOP_MS) {
      state = 'stopped';
      clearTimeout(restart);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      if (child.connected) child.send('stop');
      const force = setTimeout(() => child.kill('SIGKILL'), withinMs);
      await gone;
      clearTimeout(force);
    },
  };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => fail(`it did not answer within ${START_MS / 1_000} s`), START_MS);
    const fail = (reason: string): void => {
      clearTimeout(late);
      reject(new StartError(startSentence(reason)));
    };
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code, signal) => fail(`its process ended with ${signal ?? code}`));
    child.once('message', (message: { ready?: true; error?: string }) => {
      clearTimeout(late);
      if (message.ready) resolve();
      else fail(message.error ?? 'unknown reason');
    });
  });
}
