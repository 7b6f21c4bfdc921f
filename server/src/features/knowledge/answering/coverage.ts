import { termsOf } from '../search/index.ts';

/** How much of a question a text speaks of, by how much each of its terms tells: 0 to 1. */
export function coverage(weights: ReadonlyMap<string, number>, text: string): number {
  let total = 0;
  let covered = 0;
  const terms = new Set(termsOf(text));
  for (const [term, weight] of weights) {
    total += weight;
    if (terms.has(term)) covered += weight;
  }
  return total === 0 ? 0 : covered / total;
}
