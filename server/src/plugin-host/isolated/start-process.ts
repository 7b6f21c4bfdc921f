import { spawn, spawnSync, type ChildProcess } from 'node:child_process';

import { setPriority } from 'node:os';
import { dirname, extname, join } from 'node:path';
import type { Duplex, Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { ActionError } from '@scenarium/sdk';
import { watchMemory } from '../../platform/processes/watch-memory.ts';
import { createPeer, type Methods, type Peer } from './peer.ts';

/** How much a plugin's process may take. */
export interface IsolationLimits {
  /** Resident memory, megabytes. */
  memory: number;
  /** It is ended when it does not react for so long. Milliseconds. */
  unresponsive: number;
  /** Most bytes printed within ten seconds. */
  printed: number;
}

export const ISOLATION_LIMITS: IsolationLimits = { memory: 256, unresponsive: 5_000, printed: 1_000_000 };

export interface PluginProcess {
  peer: Peer;
  /** Why it ended. */
  ended: Promise<string>;
  kill(reason: string): void;
}

export interface ProcessOptions {
  entry: string;
  /** Folders whose files it may read, beside the libraries. */
  readable: readonly string[];
  methods: Methods;
  limits: IsolationLimits;
  printed(line: string): void;
}

const HERE = fileURLToPath(new URL('.', import.meta.url));
const PROGRAM = join(HERE, `plugin-process${extname(import.meta.url)}`);
const PRINTED_WITHIN_MS = 10_000;

/** A plugin may take so long to load. */
export const LOADING_MS = 20_000;

/** Starts the process of a plugin: it reads its own files and libraries, starts nothing, reaches no network, sees no environment. */
export function startProcess({ entry, readable, methods, limits, printed }: ProcessOptions): PluginProcess {
  const rights = ['--permission', ...[...readable, ...ownFiles()].map((path) => `--allow-fs-read=${path}`)];
  const args = [
    ...rights,
    ...(extname(PROGRAM) === '.ts' ? ['--conditions=scenarium-source'] : []),
    `--max-old-space-size=${limits.memory}`,
    '--disable-warning=ExperimentalWarning',
    PROGRAM,
    entry,
  ];
  const [command, ...before] = [...confined(), process.execPath];
  const child = spawn(command as string, [...before, ...args], {
    env: {},
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  lowerPriority(child);
  let reason = '';
  const kill = (why: string): void => {
    reason ||= why;
    child.kill('SIGKILL');
  };
  const peer = createPeer(child.stdio[3] as Duplex, { methods, broken: kill });
  for (const stream of [child.stdout, child.stderr] as Readable[]) listen(stream, limits.printed, { printed, kill });
  const forget = [
    watchMemory(child.pid ?? 0, limits.memory, () => kill(`it took more than ${limits.memory} MB of memory`)).stop,
    watchLife(peer, limits.unresponsive, () => kill(`it did not react in time`)),
  ];
  const ended = new Promise<string>((resolve) => {
    const end = (why: string): void => {
      for (const stop of forget) stop();
      reason ||= why;
      peer.close(new ActionError('plugin_stopped', `the plugin was stopped: ${reason}`, { retryable: true }));
      resolve(reason);
    };
    child.on('error', (error) => end(error.message));
    child.on('exit', (code, signal) =>
      end(
        isOutOfMemory(code, signal)
          ? `it took more than ${limits.memory} MB of memory`
          : `it exited (${signal ?? code})`,
      ),
    );
  });
  return { peer, ended, kill };
}

function isOutOfMemory(code: number | null, signal: string | null): boolean {
  return signal === 'SIGABRT' || signal === 'SIGTRAP' || code === 134;
}

/** Its own program, the libraries and the packages that plugins are written with. */
function ownFiles(): string[] {
  const files = [HERE, join(HERE, '..')];
  for (let folder = dirname(HERE); folder !== dirname(folder); folder = dirname(folder))
    files.push(
      ...['node_modules', 'package.json', 'plugins/sdk', 'scenarios/language'].map((name) => join(folder, name)),
    );
  return files;
}

/**
 * A network of its own, without any way out, and an end with the server even while it computes: where Linux lets everybody have that.
 * Elsewhere the lock-down inside has to do, and a process that computes for ever outlives a killed server.
 */
function confined(): string[] {
  if (process.platform !== 'linux') return [];
  const [command = '', ...args] = CONFINED;
  canConfine ??= spawnSync(command, [...args, 'true'], { timeout: 2_000 }).status === 0;
  return canConfine ? CONFINED : [];
}
const CONFINED = ['unshare', '-rn', '--', 'setpriv', '--pdeathsig', 'KILL', '--'];
let canConfine: boolean | undefined;

/** What plugins compute comes after what the server does. */
function lowerPriority({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, 10);
  } catch {
    // It has ended already.
  }
}

function listen(
  stream: Readable,
  most: number,
  { printed, kill }: { printed(line: string): void; kill(reason: string): void },
): void {
  let bytes = 0;
  let begin = 0;
  let lines = 0;
  stream.on('data', (data: Buffer) => {
    const now = performance.now();
    if (now - begin > PRINTED_WITHIN_MS) [begin, bytes, lines] = [now, 0, 0];
    bytes += data.length;
    if (bytes > most) return kill(`it printed more than ${most} bytes`);
    for (const line of data.toString('utf8').split('\n')) {
      lines += line ? 1 : 0;
      if (line && lines <= MOST_LINES) printed(line.slice(0, 1_000));
    }
  });
}
const MOST_LINES = 100;

/** Asks again and again whether it is there; from its first answer on it must react in time. */
function watchLife(peer: Peer, most: number, gone: () => void): () => void {
  let asked = 0;
  let patience = Math.max(most, LOADING_MS);
  const timer = setInterval(() => {
    if (asked > 0) {
      if (performance.now() - asked > patience) gone();
      return;
    }
    asked = performance.now();
    peer.call('alive', null).then(
      () => {
        asked = 0;
        patience = most;
      },
      () => undefined,
    );
  }, most / 5);
  timer.unref();
  return () => clearInterval(timer);
}
