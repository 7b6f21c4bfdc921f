import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { superviseEngine, type SupervisedEngine } from '@scenarium/server/embedded-mongo';

/** A database engine on a folder of its own, removed at the end. */
export async function startEngine(): Promise<SupervisedEngine & { folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'scenarium-'));
  const facts = '.cache/engine.json';
  const engine = await superviseEngine({
    dataDir: folder,
    launch: existsSync(facts) ? (JSON.parse(readFileSync(facts, 'utf8')) as object) : {},
  });
  return {
    ...engine,
    folder,
    async stop() {
      await engine.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
