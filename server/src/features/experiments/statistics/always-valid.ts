import { rateOf, type Arm, type Interval } from './proportions.ts';

/** What may be said at any moment, however often somebody looked before. */
export interface AlwaysValid {
  p: number;
  interval: Interval;
}

/** A difference of rates and the variance of its estimate. */
export interface Estimate {
  difference: number;
  variance: number;
}

/**
 * Sequential test of `other − first`: mixture sequential probability ratio with a normal mixture around 0.
 *
 * Λ = √(V / (V + τ²)) · exp(τ² δ² / (2 V (V + τ²))); p = min(1, 1 / Λ); the interval holds every difference that is not rejected.
 * Under no difference Λ is a martingale of mean 1, so it ever exceeds 1/α with a probability of at most α.
 * Source: R. Johari, P. Koomen, L. Pekelis, D. Walsh, “Always Valid Inference”, Operations Research 70 (2022), section 5.
 *
 * @param tau spread of the differences that are worth finding
 * @param alpha error that the interval may have
 */
export function alwaysValid({ difference, variance }: Estimate, tau: number, alpha: number): AlwaysValid {
  const mixture = tau * tau;
  const total = variance + mixture;
  const log = (mixture * difference * difference) / (2 * variance * total) - Math.log(total / variance) / 2;
  const half = Math.sqrt(((variance * total) / mixture) * (2 * Math.log(1 / alpha) + Math.log(total / variance)));
  return { p: Math.min(1, Math.exp(-log)), interval: [difference - half, difference + half] };
}

/**
 * The difference as it was seen, and its variance. One conversion and one failure are added to each arm for the variance: with
 * few contacts a rate of 0 or 1 would look certain.
 * Source: A. Agresti, B. Caffo, “Simple and effective confidence intervals for proportions”, The American Statistician 54 (2000).
 */
export function estimate(first: Arm, other: Arm): Estimate {
  return { difference: rateOf(other) - rateOf(first), variance: varianceOf(first) + varianceOf(other) };
}

function varianceOf({ contacts, conversions }: Arm): number {
  const rate = (conversions + 1) / (contacts + 2);
  return (rate * (1 - rate)) / Math.max(contacts, 1);
}
