import { termsOf } from '../search/index.ts';

/** Letters that words of one root have in common, in Russian as in English: “включать”, “включение”. */
const ROOT = 5;
/** What a word of the same root counts of the word itself. */
const KINSHIP = 0.75;

/** How much of a question a text speaks of, by how much each of its terms tells: 0 to 1. */
export function coverage(weights: ReadonlyMap<string, number>, text: string): number {
  let total = 0;
  let covered = 0;
  const terms = new Set(termsOf(text));
  const roots = new Set([...terms].filter((term) => term.length >= ROOT).map(rootOf));
  for (const [term, weight] of weights) {
    total += weight;
    if (terms.has(term)) covered += weight;
    else if (term.length >= ROOT && roots.has(rootOf(term))) covered += weight * KINSHIP;
  }
  return total === 0 ? 0 : covered / total;
}

/** How many of these terms a text has, or words of their roots. */
export function matches(text: string, wanted: readonly string[]): number {
  const terms = new Set(termsOf(text));
  const roots = new Set([...terms].filter((term) => term.length >= ROOT).map(rootOf));
  return wanted.filter((term) => terms.has(term) || (term.length >= ROOT && roots.has(rootOf(term)))).length;
}

function rootOf(term: string): string {
  return term.slice(0, ROOT);
}
