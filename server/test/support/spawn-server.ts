import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ADMIN, createApi, type Api } from './api.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A server in a process of its own, on a folder that outlives it. */
export interface SpawnedServer extends Api {
  /** Starts it (again) and waits until it answers. */
  start(): Promise<void>;
  /** Resolves when the process is gone, with how it went: exit code or signal. */
  readonly gone: Promise<number | string>;
  signal(signal: NodeJS.Signals): void;
  /** Ends it and removes its folder. */
  remove(): Promise<void>;
}

export interface SpawnOptions {
  env?: Record<string, string>;
  /** A change of the sources: see `../mutants/register.ts`. */
  mutant?: string;
}

/** Prepares a server as a process of its own on a free port. */
export async function spawnServer({ env = {}, mutant }: SpawnOptions = {}): Promise<SpawnedServer> {
  const folder = mkdtempSync(join(tmpdir(), 'scenarium-test-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const facts = join(root, '.cache/engine.json');
  const flags = mutant === undefined ? [] : ['--import', './server/test/mutants/register.ts'];
  const settings = {
    ...process.env,
    NODE_OPTIONS: '',
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: folder,
    LOGS_DIR: join(folder, 'logs'),
    DEMO: 'false',
    ...(existsSync(facts) && { ENGINE_FILE: facts }),
    ...(mutant !== undefined && { MUTANT: mutant }),
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    ...env,
  };
  let child = launch();
  let gone = goneOf(child);
  await answers();

  function launch() {
    return spawn(process.execPath, ['--conditions=scenarium-source', ...flags, 'server/src/main.ts'], {
      cwd: root,
      env: settings,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }

  async function answers(): Promise<void> {
    for (let attempt = 0; attempt < 600; attempt += 1) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error('the server ended while starting');
      if ((await fetch(`${url}/ready`).catch(() => null))?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('the server did not answer');
  }

  return {
    ...createApi(url),
    get gone() {
      return gone;
    },
    async start() {
      child = launch();
      gone = goneOf(child);
      await answers();
    },
    signal: (signal) => void child.kill(signal),
    async remove() {
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function goneOf(child: ReturnType<typeof spawn>): Promise<number | string> {
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code ?? 0)));
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
