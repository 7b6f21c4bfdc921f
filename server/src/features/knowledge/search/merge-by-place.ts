import type { Hit } from './database-search.ts';
import { scoreOfPlace } from './fuse.ts';

/**
 * Merges rankings of different bases by the places in them: their scores cannot be compared. One ranking alone stays as it is.
 *
 * @example mergeByPlace([[a, b], [c]], 3) // a, c, b
 */
export function mergeByPlace(rankings: readonly (readonly Hit[])[], limit: number): Hit[] {
  const filled = rankings.filter((ranking) => ranking.length > 0);
  const [only] = filled;
  if (filled.length === 1 && only) return only.slice(0, limit);
  return filled
    .flatMap((ranking) => ranking.map((hit, place) => ({ ...hit, score: scoreOfPlace(place) })))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}
