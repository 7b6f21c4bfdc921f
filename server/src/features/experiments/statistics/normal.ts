/** 0.975 quantile of the standard normal distribution: two-sided 95 %. */
export const Z95 = 1.959963984540054;

/** Probability that a standard normal value is at least this far from 0, on either side. */
export function twoSided(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2);
}

const CHEBYSHEV = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
  0.17087277,
];

/** Complementary error function of x ≥ 0, to 1.2e-7 of its value. Source: Press et al., “Numerical Recipes”, `erfcc`. */
function erfc(x: number): number {
  const t = 1 / (1 + x / 2);
  const series = CHEBYSHEV.reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  return t * Math.exp(-x * x + series);
}
