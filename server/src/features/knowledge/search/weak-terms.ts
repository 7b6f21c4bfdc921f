import { termsOf } from './terms.ts';
import { WEAK_WORDS } from './weak-words.ts';

/** Terms that say what is asked of a thing, not which thing. */
export const WEAK_TERMS: ReadonlySet<string> = new Set(WEAK_WORDS.flatMap(termsOf));

/**
 * The words of a text that say which thing it is about, as they stand there.
 *
 * @example contentWordsOf('Сколько стоит доставка холодильника?') // ['доставка', 'холодильника']
 */
export function contentWordsOf(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}]+(?:[-.@_/][\p{L}\p{N}]+)*/gu) ?? [];
  return words.filter((word) => termsOf(word).some((term) => !WEAK_TERMS.has(term)));
}
