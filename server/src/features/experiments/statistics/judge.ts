import { alwaysValid, estimate, type AlwaysValid, type Estimate } from './always-valid.ts';
import { newcombe, twoProportions, type Arm, type Interval } from './proportions.ts';

/** Error that the verdict of a whole experiment may have, however often somebody looks. */
export const ALPHA = 0.05;

/** Nothing is said about a variant that fewer contacts saw: the formulas hold for many. */
export const FEWEST_CONTACTS = 100;

/** More than so many further contacts are not worth a number. */
export const MOST_CONTACTS = 1_000_000;

/** A variant beside the first. `p` and `interval` hold for one look; `always` at every moment. */
export interface Comparison {
  difference: number;
  interval: Interval;
  p: number;
  always: AlwaysValid;
  verdict: 'better' | 'worse' | 'same' | 'open';
  /** How many more contacts the experiment needs for an answer if rates stay as seen; null: too many, or nothing is known. */
  more: number | null;
}

/** `variant`: place in the list of arms. */
export type Verdict =
  { kind: 'better'; variant: number } | { kind: 'no-difference' } | { kind: 'open'; more: number | null };

export interface Judgement {
  /** One for each arm but the first. */
  comparisons: Comparison[];
  verdict: Verdict;
}

/**
 * Compares every arm with the first one; the error is shared between the comparisons (Bonferroni).
 * @param minimalEffect the smallest difference of rates that matters: intervals within it say “no difference”
 */
export function judge([first, ...others]: readonly [Arm, ...Arm[]], minimalEffect: number): Judgement {
  const alpha = ALPHA / Math.max(others.length, 1);
  const total = [first, ...others].reduce((sum, { contacts }) => sum + contacts, 0);
  const comparisons = others.map((other) => compare(first, other, { alpha, minimalEffect, total }));
  return { comparisons, verdict: verdictOf(comparisons) };
}

interface Terms {
  alpha: number;
  minimalEffect: number;
  total: number;
}

function compare(first: Arm, other: Arm, terms: Terms): Comparison {
  const { alpha, minimalEffect, total } = terms;
  const seen = estimate(first, other);
  const always = alwaysValid(seen, minimalEffect, alpha);
  const fewest = Math.min(first.contacts, other.contacts);
  const verdict = fewest < FEWEST_CONTACTS ? 'open' : decided(seen, terms);
  const times = Math.max(timesNeeded(seen, terms), FEWEST_CONTACTS / fewest);
  const more = Math.ceil(total * (times - 1));
  return {
    difference: seen.difference,
    interval: newcombe(first, other),
    p: twoProportions(first, other),
    always,
    verdict,
    more: verdict === 'open' ? (more <= MOST_CONTACTS ? more : null) : 0,
  };
}

function decided(seen: Estimate, { alpha, minimalEffect }: Terms): Comparison['verdict'] {
  const { p, interval } = alwaysValid(seen, minimalEffect, alpha);
  if (p <= alpha) return seen.difference > 0 ? 'better' : 'worse';
  return interval[0] > -minimalEffect && interval[1] < minimalEffect ? 'same' : 'open';
}

/** How many times as many contacts, at the rates seen, the rule needs for an answer. */
function timesNeeded(seen: Estimate, terms: Terms): number {
  const isEnough = (times: number): boolean => decided({ ...seen, variance: seen.variance / times }, terms) !== 'open';
  let enough = 1;
  while (!isEnough(enough)) {
    enough *= 2;
    if (enough > MOST_CONTACTS) return Infinity;
  }
  let few = enough / 2;
  while (enough - few > enough / 1_000) {
    const middle = (few + enough) / 2;
    if (isEnough(middle)) enough = middle;
    else few = middle;
  }
  return enough <= 1 ? 1 : enough;
}

function verdictOf(comparisons: readonly Comparison[]): Verdict {
  const better = comparisons.filter(({ verdict }) => verdict === 'better');
  if (better.length > 0) {
    const most = Math.max(...better.map(({ difference }) => difference));
    return {
      kind: 'better',
      variant: 1 + comparisons.findIndex(({ verdict, difference }) => verdict === 'better' && difference === most),
    };
  }
  const open = comparisons.filter(({ verdict }) => verdict === 'open').map(({ more }) => more);
  if (open.length > 0) return { kind: 'open', more: open.includes(null) ? null : Math.max(...(open as number[])) };
  if (comparisons.every(({ verdict }) => verdict === 'worse')) return { kind: 'better', variant: 0 };
  return { kind: 'no-difference' };
}
