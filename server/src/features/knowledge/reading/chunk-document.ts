import type { Block, ReadDocument } from './read-document.ts';
import { sentencesOf } from './sentences-of.ts';

/** A passage that can be found and quoted. */
export interface Passage {
  headings: string[];
  text: string;
  page: number | null;
}

/** Characters. A passage is closed when it has so many, and never has more than the second. */
const USUAL = 900;
const LONGEST = 1_400;

/**
 * Cuts a document into passages along its structure: never over the end of a section, tables by rows, sentences whole. Of a section
 * that has to be cut the last sentence is said again, so that what belongs together stays together.
 */
export function chunkDocument({ blocks, language }: Pick<ReadDocument, 'blocks' | 'language'>): Passage[] {
  const passages: Passage[] = [];
  let open: Passage | null = null;
  for (const block of blocks) {
    for (const [i, part] of partsOf(block, language).entries()) {
      const separator: string = i === 0 ? '\n' : block.kind === 'text' ? ' ' : '\n';
      const isSame = open !== null && sameSection(open, block);
      if (open && isSame && open.text.length + part.length + 1 <= (open.text.length < USUAL ? LONGEST : USUAL)) {
        open.text += separator + part;
        continue;
      }
      const before: string = open && isSame && block.kind === 'text' ? lastSentence(open.text, language) : '';
      open = {
        headings: block.headings,
        text: before && before.length + part.length < LONGEST ? `${before} ${part}` : part,
        page: block.page ?? null,
      };
      passages.push(open);
    }
  }
  return passages;
}

function sameSection(passage: Passage, { headings }: Block): boolean {
  return passage.headings.length === headings.length && passage.headings.every((heading, i) => heading === headings[i]);
}

/** Sentences of a text, items of a list, rows of a table, of what is too long the sentences, and of them the words. */
function partsOf({ kind, text }: Block, language: string): string[] {
  const parts = kind === 'text' ? sentencesOf(text, language) : text.split('\n');
  return parts
    .flatMap((part) => (part.length <= LONGEST ? [part] : sentencesOf(part, language)))
    .flatMap((part) => (part.length <= LONGEST ? [part] : wordsOf(part)))
    .filter(Boolean);
}

function lastSentence(text: string, language: string): string {
  const last = sentencesOf(text.slice(-400), language).at(-1) ?? '';
  return last.length <= 300 ? last : '';
}

function wordsOf(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (const word of text.split(/\s+/)) {
    if (part.length + word.length + 1 > USUAL && part) {
      parts.push(part);
      part = '';
    }
    for (let rest = word; ; rest = rest.slice(LONGEST)) {
      if (rest.length <= LONGEST) {
        part = part ? `${part} ${rest}` : rest;
        break;
      }
      parts.push(rest.slice(0, LONGEST));
    }
  }
  return part ? [...parts, part] : parts;
}
