import type { Chunk } from '../search/index.ts';
import { coverage, matches } from './coverage.ts';
import { linesOf } from './lines-of.ts';

/** What the best sentence of a passage counts beside the passage as a whole. */
const SENTENCE = 0.4;
/** Terms that tell less than this share of the most telling one are no reason to answer. */
const STRONG = 0.2;

/**
 * How much of a question a passage speaks of, 0 to 1: as a whole with what stands above it, and in its best sentence. One word in
 * common with a question of several is no answer.
 */
export function relevance(
  weights: ReadonlyMap<string, number>,
  { title, headings, text }: Pick<Chunk, 'title' | 'headings' | 'text'>,
): number {
  const context = [title, ...headings, text].join('\n');
  const heaviest = Math.max(0, ...weights.values());
  const strong = [...weights].filter(([, weight]) => weight >= heaviest * STRONG);
  const matched = matches(
    context,
    strong.map(([term]) => term),
  );
  if (strong.length > 1 && matched < 2) return 0;
  const above = headings.filter((heading) => heading !== title).join('\n');
  const best = Math.max(0, ...linesOf(text).map((line) => coverage(weights, `${above}\n${line}`)));
  return (1 - SENTENCE) * coverage(weights, context) + SENTENCE * best;
}
