import type { Chunk, Hit } from '../search/index.ts';
import { coverage } from './coverage.ts';
import { linesOf } from './lines-of.ts';
import { relevance } from './relevance.ts';

/** Words of a document, as they stand there, that answer a question. */
export interface Quote {
  chunk: Hit['chunk'];
  quote: string;
}

/** A question. `weights`: its terms and how much each tells. */
export interface ExtractiveQuestion {
  question: string;
  weights: ReadonlyMap<string, number>;
  /** Share of the question that a passage must speak of, 0 to 1. */
  threshold?: number | undefined;
}

/** An answer made of quotes. `covered`: how much of the question its passages speak of, 0 to 1. */
export interface ExtractiveAnswer {
  reply: string;
  quotes: Quote[];
  covered: number;
}

/** Below this share of the question a passage does not answer it. */
export const USUAL_THRESHOLD = 0.5;
const MOST_QUOTES = 2;
/** Characters of one quote, and of the reply. */
const LONGEST_QUOTE = 320;
const LONGEST_REPLY = 700;
/** A line with a number is taken for the best line when it says so much of what that says. */
const ENOUGH = 0.5;
const WANTS_NUMBER =
  /сколько|цен[аыу]|стои[тм]|когда|срок|телефон|номер|how (much|long|many)|price|cost|when|phone|number|hours/i;
/** A second passage must speak of nearly as much of the question as the best one. */
const NEARLY = 0.9;

/**
 * Answers by quoting, without a model: of the passages that speak of enough of the question, the sentences that say most of it, as they
 * stand. Null: the passages do not answer it.
 */
export function answerExtractively(
  hits: readonly Hit[],
  { question, weights, threshold = USUAL_THRESHOLD }: ExtractiveQuestion,
): ExtractiveAnswer | null {
  const ranked = hits
    .map(({ chunk }, place) => ({ chunk, covered: relevance(weights, chunk) - place * 0.005 }))
    .filter(({ covered }) => covered >= threshold)
    .sort((a, b) => b.covered - a.covered);
  const [best] = ranked;
  if (!best) return null;
  const quotes: Quote[] = [];
  for (const { chunk, covered } of ranked.slice(0, MOST_QUOTES)) {
    if (covered < best.covered * NEARLY) break;
    const quote = quoteOf(chunk, { question, weights });
    const length = quotes.reduce((sum, one) => sum + one.quote.length, quote.length);
    if (quotes.length > 0 && (length > LONGEST_REPLY || quotes.some((one) => one.quote.includes(quote)))) continue;
    quotes.push({ chunk, quote });
  }
  return { reply: quotes.map(({ quote }) => quote).join('\n\n'), quotes, covered: best.covered };
}

/** Does what was found speak of enough of the question to be answered from? */
export function isAnswerable(
  hits: readonly Hit[],
  weights: ReadonlyMap<string, number>,
  threshold = USUAL_THRESHOLD,
): boolean {
  return hits.some(({ chunk }) => relevance(weights, chunk) >= threshold);
}

/** The stretch of sentences (or rows, or items) of a passage that says most of the question. */
function quoteOf({ text }: Pick<Chunk, 'text'>, { question, weights }: ExtractiveQuestion): string {
  const lines = linesOf(text);
  const scores = lines.map((line) => coverage(weights, line));
  const most = Math.max(...scores);
  // Who asks how much wants the line with the number, if it speaks of the thing at all.
  const isWanted = (i: number): boolean => /\d/.test(lines[i] ?? '') && (scores[i] ?? 0) >= most * ENOUGH && most > 0;
  const numbered = WANTS_NUMBER.test(question) ? scores.flatMap((score, i) => (isWanted(i) ? [score] : [])) : [];
  const wanted = numbered.length > 0 ? Math.max(...numbered) : most;
  const top = scores.findIndex((score, i) => score === wanted && (numbered.length === 0 || isWanted(i)));
  if (isRow(lines[top])) return lines.filter((line, i) => isRow(line) && (scores[i] ?? 0) >= wanted).join('\n');
  let to = top;
  for (let after = lines[top + 1]; after !== undefined && !isRow(after); after = lines[to + 1]) {
    if (lines.slice(top, to + 2).join(' ').length > LONGEST_QUOTE) break;
    to += 1;
  }
  return stretch(text, lines.slice(top, to + 1));
}

/** Rows of tables and items of lists make sense alone. */
function isRow(line: string | undefined): boolean {
  return line !== undefined && (line.includes('; ') || line.startsWith('• '));
}

/** The stretch as it stands in the text, line breaks included. */
function stretch(text: string, lines: string[]): string {
  const from = text.indexOf(lines[0] ?? '');
  const last = lines.at(-1) ?? '';
  const to = text.indexOf(last, from);
  return from === -1 || to === -1 ? lines.join(' ') : text.slice(from, to + last.length);
}
