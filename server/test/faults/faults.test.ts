import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { mutants } from '../mutants/mutants.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const run = promisify(execFile);

/** Plays with faults in a process of its own; answers what went wrong. */
async function play(rounds: number, seed: number, mutant?: string): Promise<Record<string, number>> {
  const flags = mutant === undefined ? [] : ['--import', './server/test/mutants/register.ts'];
  const args = [
    '--conditions=source',
    ...flags,
    'server/test/faults/rig.ts',
    '--rounds',
    String(rounds),
    '--seed',
    String(seed),
  ];
  const env = { ...process.env, NODE_OPTIONS: '', ...(mutant !== undefined && { MUTANT: mutant }) };
  const { stdout } = await run(process.execPath, args, { cwd: root, env, timeout: 170_000 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Record<string, number>;
}

describe('the runtime among faults', () => {
  it('loses, doubles and reorders nothing while processes die, sleep and lose answers', async () => {
    const { kills, acknowledged, ...wrong } = await play(3, 1);
    expect(wrong).toEqual({ lost: 0, duplicated: 0, reordered: 0, missing: 0, ghosts: 0, effectsDoubled: 0, stuck: 0 });
    expect(kills).toBeGreaterThan(10);
    expect(acknowledged).toBe(240);
  }, 180_000);

  it.concurrent.for(mutants.map(({ name }) => name))(
    'needs its safeguard: %s',
    { timeout: 400_000 },
    async (mutant) => {
      let wrong = 0;
      for (let seed = 1; seed <= 8 && wrong === 0; seed += 1) {
        const { kills: _kills, acknowledged: _acknowledged, ...found } = await play(1, seed * 10, mutant);
        wrong = Object.values(found).reduce((sum, count) => sum + count, 0);
      }
      expect(wrong).toBeGreaterThan(0);
    },
  );
});
