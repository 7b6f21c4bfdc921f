/** 100 percent shared evenly; what does not divide goes to the first. */
export function evenShares(count: number): number[] {
  const share = Math.floor(100 / count);
  return Array.from({ length: count }, (_, at) => (at === 0 ? 100 - share * (count - 1) : share));
}

/** Where one share ends and the next begins: all ends but the last, which is 100. */
export function boundsOf(shares: readonly number[]): number[] {
  return shares.slice(0, -1).map((_, at) => shares.slice(0, at + 1).reduce((sum, share) => sum + share, 0));
}

/** Shares between bounds; none is below 1. */
export function sharesOf(bounds: readonly number[]): number[] {
  const kept: number[] = [0];
  for (const [at, bound] of bounds.entries())
    kept.push(Math.min(Math.max(bound, (kept[at] ?? 0) + 1), 100 - (bounds.length - at)));
  return [...kept.slice(1), 100].map((end, at) => end - (kept[at] ?? 0));
}
