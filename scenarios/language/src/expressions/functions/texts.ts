import { LONGEST_TEXT, type Evaluation } from '../evaluation.ts';
import { Failure } from '../failure.ts';
import { define } from './define.ts';
import { matchesPattern } from './pattern.ts';

export const textFunctions = [
  define('upper', {
    takes: ['text'],
    gives: 'text',
    en: 'In capital letters',
    ru: 'Прописными буквами',
    example: 'upper("anna")',
    call: (run, text) => run.text(read(run, text).toUpperCase()),
  }),
  define('lower', {
    takes: ['text'],
    gives: 'text',
    en: 'In small letters',
    ru: 'Строчными буквами',
    example: 'lower("Anna@Example.com")',
    call: (run, text) => run.text(read(run, text).toLowerCase()),
  }),
  define('trim', {
    takes: ['text'],
    gives: 'text',
    en: 'Without the spaces around it',
    ru: 'Без пробелов по краям',
    example: 'trim("  Anna ")',
    call: (run, text) => read(run, text).trim(),
  }),
  define('replace', {
    takes: ['text', 'text', 'text'],
    gives: 'text',
    en: 'Every occurrence replaced',
    ru: 'Заменяет все вхождения',
    example: 'replace("8 800 555", " ", "")',
    call(run, text, from, to) {
      const pieces = search(run, text, from).split(from);
      run.spend(pieces.length * 4);
      if (text.length + (pieces.length - 1) * to.length > 2 * LONGEST_TEXT)
        throw new Failure('expression_limit', 'the replaced text is too long');
      return run.text(pieces.join(to));
    },
  }),
  define('split', {
    takes: ['text', 'text'],
    gives: 'list',
    en: 'The parts between separators, as a list',
    ru: 'Части между разделителями списком',
    example: 'split("red,green", ",")',
    call(run, text, separator) {
      const parts = search(run, text, separator).split(separator);
      run.spend(parts.length * 4);
      return parts;
    },
  }),
  define('contains', {
    takes: ['text', 'text'],
    gives: 'boolean',
    en: 'Does the text hold the other one?',
    ru: 'Есть ли в тексте другой текст',
    example: 'contains(lower("My Order"), "order")',
    call: (run, text, part) => search(run, text, part).includes(part),
  }),
  define('startsWith', {
    takes: ['text', 'text'],
    gives: 'boolean',
    en: 'Does the text begin with the other one?',
    ru: 'Начинается ли текст с другого',
    example: 'startsWith("+7 999", "+7")',
    call: (run, text, part) => read(run, text).startsWith(part),
  }),
  define('endsWith', {
    takes: ['text', 'text'],
    gives: 'boolean',
    en: 'Does the text end with the other one?',
    ru: 'Заканчивается ли текст другим',
    example: 'endsWith("photo.png", ".png")',
    call: (run, text, part) => read(run, text).endsWith(part),
  }),
  define('indexOf', {
    takes: ['text', 'text'],
    gives: 'number',
    en: 'Where the other text begins in it (0 is the start), −1 when nowhere',
    ru: 'С какого места начинается другой текст (0 — начало), −1, если его нет',
    example: 'indexOf("a-b", "-")',
    call: (run, text, part) => search(run, text, part).indexOf(part),
  }),
  define('substring', {
    takes: ['text', 'number'],
    mayTake: ['number'],
    gives: 'text',
    en: 'From one position up to another, or to the end',
    ru: 'От одной позиции до другой или до конца',
    example: 'substring("2026-11-21", 0, 4)',
    call: (run, text, from, to) =>
      read(run, text).slice(Math.max(0, from), to === undefined ? undefined : Math.max(0, to)),
  }),
  define('length', {
    takes: ['text'],
    gives: 'number',
    en: 'How many characters',
    ru: 'Сколько символов',
    example: 'length("Привет")',
    call: (run, text) => charactersIn(run, text),
  }),
  matchesPattern,
];

/** Characters as people count them: an emoji of two code units is one. */
export function charactersIn(run: Evaluation, text: string): number {
  let count = read(run, text).length;
  for (let i = 1; i < text.length; i += 1)
    if (isSurrogate(text, i, 0xdc00) && isSurrogate(text, i - 1, 0xd800)) count -= 1;
  return count;
}

function isSurrogate(text: string, at: number, first: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === first;
}

/** The text, its reading paid for. */
function read(run: Evaluation, text: string): string {
  run.spend(1 + (text.length >> 3));
  return text;
}

/** The text, a search in it paid for: at worst every character is compared with every one of the part. */
function search(run: Evaluation, text: string, part: string): string {
  run.spend(1 + Math.ceil((text.length * Math.max(8, Math.min(part.length, text.length - part.length))) / 64));
  return text;
}
