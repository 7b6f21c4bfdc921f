import { alwaysValid } from './always-valid.ts';
import { ALPHA, FEWEST_CONTACTS, MOST_CONTACTS } from './judge.ts';

/** 0.8 quantile of the standard normal distribution: a difference is found in four of five experiments. */
const Z80 = 0.8416212335729143;

export interface SizeQuestion {
  /** Share of contacts that convert now. */
  rate: number;
  /** The smallest difference of rates that matters. */
  minimalEffect: number;
  /** Percent of contacts for each variant; the first is what the others are compared with. */
  weights: readonly number[];
}

/**
 * How many contacts an experiment needs to find a difference of `minimalEffect` with a power of 80 % by the sequential test; null:
 * over a million. A little too many: whoever looks earlier may be done earlier.
 */
export function sizeOf({ rate, minimalEffect, weights: [first = 0, ...others] }: SizeQuestion): number | null {
  const alpha = ALPHA / Math.max(others.length, 1);
  const lightest = Math.min(...others);
  const fewest = (FEWEST_CONTACTS * 100) / Math.min(first, lightest);
  const better = Math.min(1, rate + minimalEffect);
  const varianceOfOne = (rate * (1 - rate) * 100) / first + (better * (1 - better) * 100) / lightest;
  const isEnough = (contacts: number): boolean => {
    const variance = varianceOfOne / contacts;
    const { interval } = alwaysValid({ difference: minimalEffect, variance }, minimalEffect, alpha);
    return interval[0] >= Z80 * Math.sqrt(variance);
  };
  let [few, enough] = [0, fewest];
  while (!isEnough(enough)) {
    [few, enough] = [enough, enough * 2];
    if (enough > MOST_CONTACTS) return null;
  }
  while (enough - few > 1 && few > 0) {
    const middle = (few + enough) / 2;
    if (isEnough(middle)) enough = middle;
    else few = middle;
  }
  return Math.ceil(enough);
}
