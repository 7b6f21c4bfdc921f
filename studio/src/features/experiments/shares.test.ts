import { array, assert, integer, property } from 'fast-check';
import { expect, it } from 'vitest';
import { boundsOf, evenShares, sharesOf } from './shares.ts';

it('given bounds wherever they are dragged, then shares make 100 and none is below 1', () => {
  assert(
    property(array(integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 4 }), (dragged) => {
      const shares = sharesOf(dragged.sort((a, b) => a - b));
      expect(shares.reduce((sum, share) => sum + share)).toBe(100);
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(1);
      expect(sharesOf(boundsOf(shares))).toEqual(shares);
    }),
  );
});

it('given a number of variants, then they begin alike', () => {
  expect([2, 3, 5].map(evenShares)).toEqual([
    [50, 50],
    [34, 33, 33],
    [20, 20, 20, 20, 20],
  ]);
});
