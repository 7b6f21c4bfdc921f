import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { journalMutants, mutants } from '../mutants/mutants.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const run = promisify(execFile);

/** Runs a program of this folder in a process of its own; answers what went wrong. */
async function play(
  program: string,
  options: Record<string, number>,
  mutant?: string,
): Promise<Record<string, number>> {
  const flags = mutant === undefined ? [] : ['--import', './server/test/mutants/register.ts'];
  const more = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const args = ['--conditions=scenarium-source', ...flags, `server/test/faults/${program}.ts`, ...more];
  const env = { ...process.env, NODE_OPTIONS: '', ...(mutant !== undefined && { MUTANT: mutant }) };
  const { stdout } = await run(process.execPath, args, { cwd: root, env, timeout: 170_000 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Record<string, number>;
}

const sum = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

describe('the runtime among faults', () => {
  it('loses, doubles and reorders nothing while processes die, sleep and lose answers', async () => {
    const { kills, acknowledged, ...wrong } = await play('rig', { rounds: 3, seed: 1 });
    expect(wrong).toEqual({
      ...{ lost: 0, duplicated: 0, reordered: 0, missing: 0, ghosts: 0, stuck: 0 },
      ...{ effectsDoubled: 0, misassigned: 0 },
    });
    expect(kills).toBeGreaterThan(10);
    expect(acknowledged).toBe(240);
  }, 180_000);

  it.concurrent.for(mutants.map(({ name }) => name))(
    'needs its safeguard: %s',
    { timeout: 400_000 },
    async (mutant) => {
      let wrong = 0;
      for (let seed = 1; seed <= 8 && wrong === 0; seed += 1) {
        const {
          kills: _kills,
          acknowledged: _acknowledged,
          ...found
        } = await play('rig', { rounds: 1, seed: seed * 10 }, mutant);
        wrong = sum(found);
      }
      expect(wrong).toBeGreaterThan(0);
    },
  );

  it.concurrent(
    'keeps every write that was answered when the database engine is killed in that moment',
    { timeout: 60_000 },
    async () => {
      expect(await play('engine-kill', { rounds: 1 })).toEqual({ inbound: 0, outbound: 0, traces: 0, commit: 0 });
    },
  );

  // Now and then the engine's own regular flush comes between the answer and the kill.
  it.concurrent.for(journalMutants.map(({ name }) => name))(
    'needs the journal: %s',
    { timeout: 120_000 },
    async (mutant) => {
      let lost = 0;
      for (let attempt = 0; attempt < 8 && lost === 0; attempt += 1)
        lost = sum(await play('engine-kill', { rounds: 1 }, mutant));
      expect(lost).toBeGreaterThan(0);
    },
  );
});
