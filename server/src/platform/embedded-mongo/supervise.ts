import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EngineLaunch } from '../config/config.ts';
import { StartError } from '../errors/start-error.ts';

export type EngineState = 'starting' | 'ready' | 'restarting' | 'stopped';

/** The embedded engine, kept running. */
export interface SupervisedEngine {
  /** Address for any driver of this user; the same after every restart. */
  readonly uri: string;
  state(): EngineState;
  pid(): number | undefined;
  /** Stops it cleanly and for good. */
  stop(): Promise<void>;
}

export interface SuperviseOptions {
  dataDir: string;
  launch: EngineLaunch;
  /** Told of every restart. */
  onCrash?(detail: { code: number | null; signal: string | null; restartInMs: number }): void;
}

const START_MS = 20_000;
const STABLE_MS = 10_000;
const LONGEST_BACKOFF_MS = 5_000;
const ELSE = 'set MONGODB_URI to use another MongoDB, or run "docker compose up -d mongo"';

/**
 * Starts the embedded MongoDB engine in a process of its own and restarts it with back-off whenever it dies.
 * @throws StartError when it cannot be started at all
 * @example const engine = await superviseEngine({ dataDir: '/srv/scenarium/data', launch: {} });
 */
export async function superviseEngine({ dataDir, launch, onCrash }: SuperviseOptions): Promise<SupervisedEngine> {
  if (launch.unavailable) throw new StartError(launch.unavailable);
  const directory = join(dataDir, 'mongo');
  prepare(directory);
  const address = addressOf(directory);
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
    async stop() {
      state = 'stopped';
      clearTimeout(restart);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      if (child.connected) child.send('stop');
      const force = setTimeout(() => child.kill('SIGKILL'), 8_000);
      await gone;
      clearTimeout(force);
    },
  };
}

/** Where drivers find the engine, the same after every restart. The path of a socket must be short, so it does not lie in the data folder. */
function addressOf(directory: string): string {
  const user = userInfo().uid;
  const own = join(tmpdir(), `scenarium-${user}`);
  const folder = join(own, createHash('sha256').update(directory).digest('hex').slice(0, 16));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (statSync(own).uid !== user) {
    throw new StartError(`The folder ${own} belongs to another user: remove it, or set TMPDIR to another one.`);
  }
  return join(folder, 'mongo.sock');
}

function prepare(directory: string): void {
  try {
    makeFolder(directory);
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new StartError(
      `The data folder ${directory} cannot be used (${reason}): give this user the right to write there, or set DATA_DIR to another folder.`,
    );
  }
}

/** Folder by folder: below a pseudo file system such as /proc, Node's recursive way never ends. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => fail(`it did not answer within ${START_MS / 1_000} s`), START_MS);
    const fail = (reason: string): void => {
      clearTimeout(late);
      reject(new StartError(sentenceOf(reason)));
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

/** What to do about the reason an engine did not start for. */
function sentenceOf(reason: string): string {
  const old = /version [`'"]?(GLIBC(?:XX)?_[\d.]+)/.exec(reason)?.[1];
  const missing = /(\S+\.so[\d.]*): cannot open shared object/.exec(reason)?.[1];
  if (reason.includes('DBPathInUse'))
    return 'The data folder is used by another server: stop that one, or set DATA_DIR to another folder.';
  if (old !== undefined)
    return `The embedded MongoDB engine needs a newer C library (${old}): start with "npm start", or ${ELSE}.`;
  if (missing !== undefined)
    return `The embedded MongoDB engine needs the library ${missing}: install the system's package that has it, or ${ELSE}.`;
  if (/Cannot find module/.test(reason))
    return `The embedded MongoDB engine is not installed: run "npm install" again, or ${ELSE}.`;
  return `The embedded MongoDB engine cannot be started (${reason}): ${ELSE}.`;
}
