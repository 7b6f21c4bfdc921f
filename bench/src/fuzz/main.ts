// Feeds every parser with mutated inputs. None may end its process, throw, or take longer than a second.
// node tooling/run.mjs bench/src/fuzz/main.ts [--inputs 1000000] [--seed 1] [--parser yaml]
// Last line: one JSON object. What was found is printed before it, with the seed that makes it again.
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { parsers } from './parsers.ts';

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    parser: { type: 'string' },
  },
});
const inputs = Number(values.inputs);
const seed = Number(values.seed);
const names = values.parser === undefined ? Object.keys(parsers) : [values.parser];
const HANG_MS = 1_000;
const LOOK_MS = 50;
/** The first input of a thread pays for what is loaded. */
const WARM_MS = 10_000;
const MOST_FOUND = 20;

const total = { exits: 0, hangs: 0, unexpected: 0 };
const perSecond: Record<string, number> = {};
for (const name of names) {
  const begin = performance.now();
  await feed(name);
  perSecond[name] = Math.round(inputs / ((performance.now() - begin) / 1_000));
}
process.stdout.write(`${JSON.stringify({ inputs, parsers: names.length, ...total, perSecond })}\n`);
process.exit(Object.values(total).every((count) => count === 0) ? 0 : 1);

/** All inputs through one parser; after an exit or a hang it goes on behind the input that did it. */
async function feed(name: string): Promise<void> {
  let found = 0;
  for (let from = 0; from < inputs && found < MOST_FOUND;) {
    const at = new Int32Array(new SharedArrayBuffer(4)).fill(-1);
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { name, seed, from, to: inputs, at },
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    const outcome = await watch(worker, at, ({ n, input, error }) => {
      found += 1;
      total.unexpected += 1;
      report(`${name}, input ${n}: ${error}`, input);
      if (found >= MOST_FOUND) void worker.terminate();
    });
    const last = Atomics.load(at, 0);
    if (outcome === 'done' || last >= inputs) return;
    if (found >= MOST_FOUND) return;
    found += 1;
    total[outcome] += 1;
    report(`${name}, input ${last}: ${outcome}`, '');
    from = last + 1;
  }
}

function watch(
  worker: Worker,
  at: Int32Array,
  onFound: (found: { n: number; input: string; error: string }) => void,
): Promise<'done' | 'exits' | 'hangs'> {
  return new Promise((resolve) => {
    let seen = -1;
    let since = performance.now();
    const timer = setInterval(() => {
      const now = Atomics.load(at, 0);
      if (now !== seen) [seen, since] = [now, performance.now()];
      else if (now < inputs && performance.now() - since > (now === -1 ? WARM_MS : HANG_MS)) end('hangs');
    }, LOOK_MS);
    function end(outcome: 'done' | 'exits' | 'hangs'): void {
      clearInterval(timer);
      void worker.terminate();
      resolve(outcome);
    }
    worker.on('message', onFound);
    worker.once('error', (error) => {
      report(String(error), '');
      end('exits');
    });
    worker.once('exit', () => end(Atomics.load(at, 0) >= inputs ? 'done' : 'exits'));
  });
}

function report(what: string, input: string): void {
  process.stdout.write(`${what}\n  ${JSON.stringify(input.slice(0, 500))}\n`);
}
