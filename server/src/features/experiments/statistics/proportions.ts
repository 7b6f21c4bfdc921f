import { twoSided, Z95 } from './normal.ts';

/** How many of those who were exposed reached the goal. */
export interface Arm {
  contacts: number;
  conversions: number;
}

export type Interval = [lower: number, upper: number];

export const rateOf = ({ contacts, conversions }: Arm): number => (contacts === 0 ? 0 : conversions / contacts);

/**
 * 95 % interval of a proportion by Wilson's score; everything is possible where nobody was exposed.
 * Source: R. G. Newcombe, “Two-sided confidence intervals for the single proportion”, Statistics in Medicine 17 (1998), method 3.
 *
 * @example wilson({ contacts: 263, conversions: 81 }) // [0.2553, 0.3662]
 */
export function wilson(arm: Arm): Interval {
  const { contacts: n } = arm;
  if (n === 0) return [0, 1];
  const p = rateOf(arm);
  const square = Z95 * Z95;
  const centre = 2 * n * p + square;
  const spread = Z95 * Math.sqrt(square + 4 * n * p * (1 - p));
  return [Math.max(0, (centre - spread) / (2 * (n + square))), Math.min(1, (centre + spread) / (2 * (n + square)))];
}

/**
 * 95 % interval of `other − first`, from the two Wilson intervals.
 * Source: R. G. Newcombe, “Interval estimation for the difference between independent proportions”, Statistics in Medicine 17
 * (1998), method 10.
 *
 * @example newcombe({ contacts: 80, conversions: 48 }, { contacts: 70, conversions: 56 }) // [0.0524, 0.3339]
 */
export function newcombe(first: Arm, other: Arm): Interval {
  const [p, q] = [rateOf(other), rateOf(first)];
  const [[low, high], [lowFirst, highFirst]] = [wilson(other), wilson(first)];
  const difference = p - q;
  return [difference - Math.hypot(p - low, highFirst - q), difference + Math.hypot(high - p, q - lowFirst)];
}

/**
 * Two-sided p-value of the pooled two-proportion z test. Holds for one look at a number of contacts that was fixed before.
 * Source: J. L. Fleiss et al., “Statistical Methods for Rates and Proportions”, 3rd ed., section 3.1, without correction.
 */
export function twoProportions(first: Arm, other: Arm): number {
  const contacts = first.contacts + other.contacts;
  const pooled = rateOf({ contacts, conversions: first.conversions + other.conversions });
  const variance = pooled * (1 - pooled) * (1 / first.contacts + 1 / other.contacts);
  if (!(variance > 0) || !Number.isFinite(variance)) return 1;
  return twoSided((rateOf(other) - rateOf(first)) / Math.sqrt(variance));
}
