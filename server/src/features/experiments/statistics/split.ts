/** Below this the split is not the planned one. */
export const SPLIT_ALPHA = 0.01;

/**
 * Were contacts split as planned? p-value that holds however often somebody looks: of a sequential test of multinomial counts,
 * a Dirichlet mixture around the plan against the plan itself. A split that differs means that contacts of a variant get lost or
 * counted twice somewhere, and no result is to be trusted.
 * Source: M. Lindon, A. Malek, “Anytime-Valid Inference for Multinomial Count Data”, NeurIPS 2022, theorem 2.1.
 *
 * @param counts contacts of each variant
 * @param weights percent of contacts that each should have; also how firmly the mixture believes in the plan
 */
export function splitP(counts: readonly number[], weights: readonly number[]): number {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const [total, mass] = [sum(counts), sum(weights)];
  const log = counts.map((count, at) => {
    const weight = weights[at] ?? 0;
    return logGamma(weight + count) - logGamma(weight) - count * Math.log(weight / mass);
  });
  return Math.min(1, Math.exp(logGamma(mass + total) - logGamma(mass) - sum(log)));
}

/** ln Γ(x) of x ≥ 1, to 1e-9. Source: Stirling’s series, Abramowitz and Stegun 6.1.41, after shifting x beyond 10. */
function logGamma(x: number): number {
  if (x < 10) return logGamma(x + 1) - Math.log(x);
  const series = 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1_260 * x ** 5);
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series;
}
