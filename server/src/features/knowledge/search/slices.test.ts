import { expect, it } from 'vitest';
import { Slices } from './slices.ts';

const [mine, other] = [
  { tenant: 't', base: 'mine' },
  { tenant: 't', base: 'other' },
];

it('given a base that somebody waits for, then work on others stands still until it is done', async () => {
  const slices = new Slices();
  const done: string[] = [];
  const waited = Promise.withResolvers<void>();
  const urgent = slices.urgently(mine, async () => {
    await slices.breathe(mine);
    await waited.promise;
    done.push('mine');
  });
  const later = slices.breathe(other).then(() => done.push('other'));
  await new Promise((resolve) => setImmediate(resolve));
  expect(done).toEqual([]);
  waited.resolve();
  await urgent;
  // What stands still keeps no process alive, so that the test has to.
  const alive = setTimeout(() => undefined, 5_000);
  await later;
  clearTimeout(alive);
  expect(done).toEqual(['mine', 'other']);
});

it('given long work, then others get their turn within it', async () => {
  const slices = new Slices();
  let turns = 0;
  let isOver = false;
  const count = (): void => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  for (const end = performance.now() + 120; performance.now() < end;) await slices.breathe(mine);
  isOver = true;
  expect(turns).toBeGreaterThan(3);
});
