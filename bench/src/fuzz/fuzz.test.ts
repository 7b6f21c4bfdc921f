import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { generator, mutate } from './mutate.ts';
import { parsers } from './parsers.ts';

const run = promisify(execFile);
const main = fileURLToPath(new URL('main.ts', import.meta.url));

it('no parser ends, hangs or throws whatever it is given', async () => {
  const args = ['--conditions=scenarium-source', main, '--inputs', '500', '--seed', '7'];
  const { stdout } = await run(process.execPath, args, { env: { ...process.env, NODE_OPTIONS: '' } });
  expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}')).toMatchObject({
    inputs: 500,
    parsers: Object.keys(parsers).length,
    exits: 0,
    hangs: 0,
    unexpected: 0,
  });
}, 120_000);

it('makes the same inputs of the same seed, and hardly one twice', () => {
  const corpus = parsers['expression']?.corpus ?? [];
  const inputs = (seed: number) => Array.from({ length: 200 }, (_, n) => mutate(corpus, generator(seed * 1_000 + n)));
  expect(inputs(1)).toEqual(inputs(1));
  expect(new Set(inputs(1)).size).toBeGreaterThan(190);
});
