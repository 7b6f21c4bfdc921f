/** Letters by which words are compared, so that endings do not matter. */
const BEGINNING = 4;

/**
 * Share of the words of a query that a text has, 0 to 1. Words of fewer than three letters count for nothing.
 *
 * @example overlap('delivery price', 'The price of a delivery') // 1
 */
export function overlap(query: string, text: string): number {
  const wanted = wordsOf(query);
  const there = wordsOf(text);
  return [...wanted].filter((word) => there.has(word)).length / Math.max(wanted.size, 1);
}

function wordsOf(text: string): Set<string> {
  const words =
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return new Set(words.map((word) => word.slice(0, BEGINNING)));
}
