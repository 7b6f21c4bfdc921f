import { sentencesOf } from '../reading/index.ts';

/** What a passage can be quoted by: sentences, items of lists, rows of tables. */
export function linesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => (line.includes('; ') ? [line] : sentencesOf(line, 'other')));
}
