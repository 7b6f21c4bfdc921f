import { inLatinLetters } from '../texts/in-latin-letters.ts';

const LONGEST = 40;
const MOST_READ = 200;

/** Words as an id is written: “Q1 - Wrong!” is `q1_wrong`; undefined where no letter of them can stand in one. */
export function slugOf(words: string): string | undefined {
  const slug = inLatinLetters(words.slice(0, MOST_READ).replaceAll(/([a-z\d])([A-Z])/g, '$1_$2'))
    .replaceAll(/[^a-z\d]+/g, '_')
    .slice(0, LONGEST)
    .replaceAll(/^_+|_+$/g, '');
  return slug === '' ? undefined : slug;
}
