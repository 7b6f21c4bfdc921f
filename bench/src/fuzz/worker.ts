// Reads mutated inputs one after another and says which it is at, so that whoever watches sees an endless one.
import { parentPort, workerData } from 'node:worker_threads';
import { generator, mutate } from './mutate.ts';
import { parsers } from './parsers.ts';

const { name, seed, from, to, at } = workerData as {
  name: string;
  seed: number;
  from: number;
  to: number;
  at: Int32Array;
};
const parser = parsers[name];
if (!parser) throw new Error(`there is no parser “${name}”`);
const found: { n: number; input: string; error: string }[] = [];
for (let n = from; n < to; n += 1) {
  // Each input by its own seed: any of them can be made again.
  const input = mutate(parser.corpus, generator(seed * 1_000_003 + n));
  Atomics.store(at, 0, n);
  try {
    parser.read(input);
  } catch (error) {
    found.push({ n, input, error: (error as Error).stack ?? String(error) });
    parentPort?.postMessage(found.at(-1));
  }
}
Atomics.store(at, 0, to);
