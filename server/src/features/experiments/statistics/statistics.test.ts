import { describe, expect, it } from 'vitest';
import { alwaysValid, estimate } from './always-valid.ts';
import { judge } from './judge.ts';
import { twoSided } from './normal.ts';
import { newcombe, twoProportions, wilson } from './proportions.ts';
import { sizeOf } from './size.ts';
import { SPLIT_ALPHA, splitP } from './split.ts';

const arm = (conversions: number, contacts: number) => ({ conversions, contacts });
const rounded = (values: readonly number[]): number[] => values.map((value) => Math.round(value * 1e4) / 1e4);

describe('published values', () => {
  it.each([
    [81, 263, [0.2553, 0.3662]],
    [15, 148, [0.0624, 0.1605]],
    [0, 20, [0, 0.1611]],
    [1, 29, [0.0061, 0.1718]],
  ])('given %i of %i, then Wilson’s interval is that of Newcombe 1998, table I', (conversions, contacts, interval) => {
    expect(rounded(wilson(arm(conversions, contacts)))).toEqual(interval);
  });

  it.each([
    [arm(56, 70), arm(48, 80), [0.0524, 0.3339]],
    [arm(9, 10), arm(3, 10), [0.1705, 0.809]],
    [arm(10, 10), arm(0, 20), [0.6791, 1]],
    [arm(10, 10), arm(0, 10), [0.6075, 1]],
  ])(
    'given %o and %o, then the interval of the difference is that of Newcombe 1998, table II, method 10',
    (other, first, interval) => {
      expect(rounded(newcombe(first, other))).toEqual(interval);
    },
  );

  it('given quantiles of the normal distribution, then their tails are those of every table', () => {
    for (const [z, tail] of [
      [0, 1],
      [1.644854, 0.1],
      [1.959964, 0.05],
      [2.575829, 0.01],
      [3.290527, 0.001],
    ] as const)
      expect(twoSided(z)).toBeCloseTo(tail, 6);
  });

  it('given smokers among patients, then the pooled test is that of Fleiss, its square a χ² of one degree', () => {
    // R: prop.test(c(83, 90), c(86, 93), correct = FALSE) has χ² = 0.00949, p = 0.9224.
    expect(twoProportions(arm(83, 86), arm(90, 93))).toBeCloseTo(0.9224, 3);
  });
});

describe('the split', () => {
  it('given counts as planned, then nothing is wrong, also while there are none', () => {
    expect(splitP([0, 0], [50, 50])).toBe(1);
    expect(splitP([5_012, 4_988], [50, 50])).toBe(1);
    expect(splitP([9_020, 980], [90, 10])).toBeGreaterThan(0.5);
  });

  it('given the mismatch of Kohavi, Tang, Xu 2020, then it is found', () => {
    // “Trustworthy Online Controlled Experiments”, chapter 3: 821,588 and 815,482 users instead of halves.
    expect(splitP([821_588, 815_482], [50, 50])).toBeLessThan(SPLIT_ALPHA);
  });
});

describe('the verdict', () => {
  it('given too few contacts, then it is open however large the difference', () => {
    expect(judge([arm(0, 60), arm(60, 60)], 0.05).verdict).toMatchObject({ kind: 'open' });
    expect(judge([arm(0, 0), arm(0, 0)], 0.05).verdict).toEqual({ kind: 'open', more: null });
  });

  it('given a clear difference either way, then the better one wins, and its interval excludes none', () => {
    expect(judge([arm(100, 1_000), arm(200, 1_000)], 0.05).verdict).toEqual({ kind: 'better', variant: 1 });
    expect(judge([arm(200, 1_000), arm(100, 1_000)], 0.05).verdict).toEqual({ kind: 'better', variant: 0 });
    const { interval, p } = alwaysValid(estimate(arm(100, 1_000), arm(200, 1_000)), 0.05, 0.05);
    expect(interval[0]).toBeGreaterThan(0);
    expect(p).toBeLessThan(0.05);
  });

  it('given many contacts and hardly a difference, then it says that there is none that matters', () => {
    expect(judge([arm(2_000, 20_000), arm(2_020, 20_000)], 0.05).verdict).toEqual({ kind: 'no-difference' });
  });

  it('given several variants, then the best of the better ones', () => {
    const arms = [arm(100, 1_000), arm(180, 1_000), arm(260, 1_000), arm(20, 1_000)] as const;
    expect(judge(arms, 0.05).verdict).toEqual({ kind: 'better', variant: 2 });
  });

  it('given rates that stay, then as many more contacts as it said are enough, and a tenth fewer are not', () => {
    const arms = [arm(50, 500), arm(65, 500)] as const;
    const { more } = judge(arms, 0.05).verdict as { more: number };
    const grown = (times: number) =>
      judge([arm(50 * times, 500 * times), arm(65 * times, 500 * times)], 0.05).verdict.kind;
    expect(grown((1_000 + more * 1.02) / 1_000)).not.toBe('open');
    expect(grown((1_000 + more * 0.9) / 1_000)).toBe('open');
  });
});

describe('somebody who looks every day and stops at the first verdict', () => {
  it.each([
    { rate: 0.3, weights: [50, 50] },
    { rate: 0.02, weights: [50, 50] },
    { rate: 0.1, weights: [90, 10] },
    { rate: 0.2, weights: [34, 33, 33] },
  ])(
    'given no difference ($rate, $weights), then a winner is seen in at most 5 % of experiments',
    ({ rate, weights }) => {
      const stops = play({
        rates: weights.map(() => rate),
        weights,
        effect: 0.03,
        experiments: 500,
        days: 60,
        daily: 100,
      });
      expect(stops.better / 500).toBeLessThanOrEqual(0.05);
    },
  );

  it('given the smallest difference that matters, then the planned size finds it in at least four of five', () => {
    const contacts = sizeOf({ rate: 0.2, minimalEffect: 0.05, weights: [50, 50] }) as number;
    expect(contacts).toBeGreaterThan(2_000);
    const stops = play({
      rates: [0.2, 0.25],
      weights: [50, 50],
      effect: 0.05,
      experiments: 400,
      days: 30,
      daily: Math.ceil(contacts / 30),
    });
    expect(stops.better / 400).toBeGreaterThan(0.8);
  });

  it('given a split as planned, then it is called wrong in at most 1 % of experiments', () => {
    const stops = play({ rates: [0.2, 0.2], weights: [70, 30], effect: 0.03, experiments: 500, days: 60, daily: 100 });
    expect(stops.wrongSplit / 500).toBeLessThanOrEqual(0.01);
  });
});

it('given effects that cannot be found, then no size is named', () => {
  expect(sizeOf({ rate: 0.5, minimalEffect: 0.005, weights: [99, 1] })).toBeNull();
  expect(sizeOf({ rate: 0, minimalEffect: 0.5, weights: [50, 50] })).toBe(200);
});

interface Play {
  rates: readonly number[];
  weights: readonly number[];
  effect: number;
  experiments: number;
  days: number;
  daily: number;
}

/** Experiments that are looked at after each day. */
function play({ rates, weights, effect, experiments, days, daily }: Play): { better: number; wrongSplit: number } {
  const random = mulberry32(7);
  const stops = { better: 0, wrongSplit: 0 };
  for (let experiment = 0; experiment < experiments; experiment += 1) {
    const arms = weights.map(() => arm(0, 0));
    let [better, wrongSplit] = [false, false];
    for (let day = 0; day < days; day += 1) {
      for (let contact = 0; contact < daily; contact += 1) {
        const at = drawn(weights, random() * 100);
        const seen = arms[at] as { contacts: number; conversions: number };
        seen.contacts += 1;
        if (random() < (rates[at] ?? 0)) seen.conversions += 1;
      }
      const [first, ...others] = arms as [ReturnType<typeof arm>, ...ReturnType<typeof arm>[]];
      better ||= judge([first, ...others], effect).verdict.kind === 'better';
      wrongSplit ||=
        splitP(
          arms.map(({ contacts }) => contacts),
          weights,
        ) < SPLIT_ALPHA;
    }
    stops.better += Number(better);
    stops.wrongSplit += Number(wrongSplit);
  }
  return stops;
}

function drawn(weights: readonly number[], value: number): number {
  let rest = value;
  return Math.max(
    0,
    weights.findIndex((weight) => (rest -= weight) < 0),
  );
}

/** A seeded generator of numbers between 0 and 1. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
