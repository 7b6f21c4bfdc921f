import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { forking } from './fork.fixture.ts';
import { createModelPool } from './model-pool.ts';
import type { ModelWanted } from './model-process/protocol.ts';
import { tinyModel } from './tiny-model.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'gguf-pool-'));
const file = join(folder, 'tiny.gguf');
writeFileSync(file, tinyModel());
const { startProcess, started } = forking();
const { signal } = new AbortController();
const alive = (): number =>
  started.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null).length;
const wanted = (contextTokens: number): ModelWanted => ({ file, purpose: 'chat', contextTokens, threads: 1 });

afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

it('keeps so many models, and lets the one go that was not used for longest', async () => {
  const pool = createModelPool({ startProcess, size: 2 });
  await pool.load(wanted(256), signal);
  await pool.load(wanted(300), signal);
  await pool.load(wanted(256), signal);
  expect(started).toHaveLength(2);
  await pool.load(wanted(400), signal);
  expect(started.map(({ signalCode }) => signalCode)).toEqual([null, 'SIGKILL', null]);
  await pool.stop();
  expect(alive()).toBe(0);
});

it('given a model that is answering, then another waits for its room', async () => {
  const pool = createModelPool({ startProcess, size: 1 });
  const history = [
    { type: 'user' as const, text: 'Hello' },
    { type: 'model' as const, response: [] },
  ];
  const order: string[] = [];
  const answering = (async () => {
    const question = { kind: 'answer' as const, history, maxTokens: 200, temperature: 0 };
    for await (const { kind } of pool.ask(wanted(512), question, signal)) {
      if (order.length === 0) void pool.load(wanted(600), signal).then(() => order.push('loaded'));
      if (kind !== 'alive') order.push(kind);
    }
  })();
  await answering;
  expect(order.at(-1)).toBe('done');
  await expect.poll(() => order.at(-1), { timeout: 15_000 }).toBe('loaded');
  expect(alive()).toBe(1);
  await pool.stop();
});

it('unloads what nobody uses', async () => {
  const pool = createModelPool({ startProcess, idleMs: 50 });
  await pool.load(wanted(256), signal);
  expect(alive()).toBe(1);
  await expect.poll(alive, { timeout: 15_000 }).toBe(0);
});
