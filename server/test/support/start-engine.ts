import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EngineLaunch } from '../../src/platform/config/config.ts';
import { superviseEngine, type SupervisedEngine } from '../../src/platform/embedded-mongo/supervise.ts';

export type TestEngine = SupervisedEngine;

const facts = fileURLToPath(new URL('../../../.cache/engine.json', import.meta.url));

/** How the engine is started on this machine. */
export function engineLaunch(): EngineLaunch {
  return existsSync(facts) ? (JSON.parse(readFileSync(facts, 'utf8')) as EngineLaunch) : {};
}

/** A database engine on a folder of its own, removed when it is stopped. */
export async function startEngine(): Promise<TestEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'scenarium-test-'));
  const engine = await superviseEngine({ dataDir: folder, launch: engineLaunch() });
  return {
    ...engine,
    async stop() {
      await engine.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
