/** Damps the lead of the first places, as proposed with the method (Cormack, Clarke, Büttcher 2009). */
const K = 60;

/**
 * Fuses rankings by the places in them (reciprocal-rank fusion): 1 for what is first everywhere.
 *
 * @example fuse([[3, 1], [1, 2]]) // [[1, 0.99…], [3, 0.5], [2, 0.49…]]
 */
export function fuse(rankings: readonly (readonly number[])[]): [id: number, score: number][] {
  const scores = new Map<number, number>();
  for (const ranking of rankings) {
    ranking.forEach((id, place) => scores.set(id, (scores.get(id) ?? 0) + scoreOfPlace(place) / rankings.length));
  }
  return [...scores].sort((a, b) => b[1] - a[1]);
}

/** What a place in one ranking counts: 1 for the first, which has place 0. */
export function scoreOfPlace(place: number): number {
  return (K + 1) / (K + 1 + place);
}
