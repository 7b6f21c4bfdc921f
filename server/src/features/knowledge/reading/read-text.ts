import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import type { Block } from './read-document.ts';
import { cleanText } from './clean-text.ts';
import { encodingOf } from './encoding-of.ts';

const CYRILLIC = ['windows-1251', 'KOI8-R', 'IBM866', 'x-mac-cyrillic'];
/** The letters that Russian texts have most. */
const COMMON = /[оеаинтсрвл]/g;

/** Text of bytes whose encoding nobody told: UTF-8, UTF-16, or what it looks like. */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  if (encoding) return new TextDecoder(encoding).decode(bytes);
  const guesses = analyse(Buffer.from(bytes.subarray(0, 100_000)));
  const name = guesses.some((guess) => CYRILLIC.includes(guess.name)) ? likeliest(bytes) : guesses[0]?.name;
  return iconv.decode(Buffer.from(bytes), name && iconv.encodingExists(name) ? name : 'windows-1251');
}

/** The Cyrillic encoding in which a text has most of the common letters: guessers mix up their small and capital ones. */
function likeliest(bytes: Uint8Array): string {
  const sample = Buffer.from(bytes.subarray(0, 20_000));
  const scores = CYRILLIC.filter((name) => iconv.encodingExists(name)).map((name) => ({
    name,
    score: iconv.decode(sample, name).match(COMMON)?.length ?? 0,
  }));
  return scores.sort((a, b) => b.score - a.score)[0]?.name ?? 'windows-1251';
}

const NUMBERED = /^(\d{1,2}\.)+\d{0,2}\s+\p{Lu}[^.!?;]{2,80}$/u;
const CAPITALS = /^[\p{Lu}\d][\p{Lu}\d\s,"«»()№–—-]{3,80}$/u;

/** Paragraphs of a plain text, under the lines that can only be headings. */
export function readText(source: string): { title: string; blocks: Block[] } {
  const blocks: Block[] = [];
  let heading = '';
  const paragraphs = cleanText(source).split(/\n\n+/);
  for (const paragraph of paragraphs) {
    const [first = '', ...rest] = paragraph.split('\n');
    const isHeading = (NUMBERED.test(first) || CAPITALS.test(first)) && /\p{L}{3}/u.test(first);
    if (isHeading) heading = first;
    const text = (isHeading ? rest : [first, ...rest]).join('\n').trim();
    if (text)
      blocks.push({ headings: heading ? [heading] : [], text, kind: /^\s*[-•*–]/m.test(text) ? 'list' : 'text' });
  }
  return { title: (paragraphs[0]?.split('\n')[0] ?? '').slice(0, 200), blocks };
}
