import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as russian } from '@orama/stemmers/russian';
import { STOP_WORDS } from './stop-words.ts';

/** Words, numbers, article numbers (`AB-1200`), e-mail addresses. */
const WORD = /[\p{L}\p{N}]+(?:[-.@_/][\p{L}\p{N}]+)*/gu;
const PART = /[\p{L}\p{N}]+/gu;
const LONGEST_WORD = 60;
const MOST_KNOWN = 200_000;
const stems = new Map<string, string>();

/**
 * The terms of a text that can be searched for: stems of its words in Russian and English without stop words, in order. A compound such
 * as `AB-1200` gives itself and its parts.
 *
 * @example termsOf('Доставка холодильников AB-1200') // ['доставк', 'холодильник', 'ab-1200', 'ab', '1200']
 */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const [word] of normalised(text).matchAll(WORD)) {
    if (word.length > LONGEST_WORD) continue;
    const parts = word.match(PART) ?? [];
    if (parts.length > 1) terms.push(word);
    for (const part of parts) {
      if (STOP_WORDS.has(part) || (part.length === 1 && !/\p{N}/u.test(part))) continue;
      terms.push(stemOf(part));
    }
  }
  return terms;
}

/** Small letters, `ё` as `е`, no accents that change nothing, digits of numbers together (`10 000` as `10000`). */
function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/(?<![\p{N}])(\p{N}{1,3})((?:[ \u00a0\u202f]\p{N}{3})+)(?![\p{N}])/gu, (_, head: string, rest: string) =>
      head.concat(rest.replace(/\s/gu, '')),
    );
}

function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = /^[а-я]/u.test(word) ? russian(word) : /^[a-z]/u.test(word) ? english(word) : word;
  if (stems.size >= MOST_KNOWN) stems.clear();
  stems.set(word, stem);
  return stem;
}
