import { LONGEST_TEXT, type Evaluation } from '../evaluation.ts';
import { Failure } from '../failure.ts';
import { called, kindOf } from '../kinds.ts';
import { compare } from '../operators.ts';
import { define } from './define.ts';
import { charactersIn } from './texts.ts';

export const listFunctions = [
  define('size', {
    takes: ['any'],
    gives: 'number',
    en: 'How many items, fields or characters',
    ru: 'Сколько элементов, полей или символов',
    example: 'size([1, 2, 3])',
    call: sizeOf,
  }),
  define('first', {
    takes: ['list'],
    gives: 'any',
    en: 'The first item, null when there is none',
    ru: 'Первый элемент; null, если его нет',
    example: 'first([1, 2, 3])',
    call: (_, list) => list[0] ?? null,
  }),
  define('last', {
    takes: ['list'],
    gives: 'any',
    en: 'The last item, null when there is none',
    ru: 'Последний элемент; null, если его нет',
    example: 'last([1, 2, 3])',
    call: (_, list) => list.at(-1) ?? null,
  }),
  define('sum', {
    takes: ['list'],
    gives: 'number',
    en: 'All numbers of a list added',
    ru: 'Сумма чисел списка',
    example: 'sum([1, 2, 3])',
    call: (run, list) => paid(run, list).reduce<number>((total, item) => total + numberIn(item), 0),
  }),
  define('sort', {
    takes: ['list'],
    gives: 'list',
    en: 'From the smallest to the largest',
    ru: 'От меньшего к большему',
    example: 'sort([3, 1, 2])',
    call(run, list) {
      run.spend(list.length * Math.ceil(Math.log2(list.length + 1)));
      return list.toSorted((a, b) => compare(a, b, run) ?? incomparable(a, b));
    },
  }),
  define('distinct', {
    takes: ['list'],
    gives: 'list',
    en: 'Every value once',
    ru: 'Каждое значение один раз',
    example: 'distinct(["a", "b", "a"])',
    call: (run, list) => [...new Set(paid(run, list).map(simple))],
  }),
  define('join', {
    takes: ['list'],
    mayTake: ['text'],
    gives: 'text',
    en: 'The items as one text, with a separator between them',
    ru: 'Элементы одним текстом с разделителем между ними',
    example: 'join(["red", "green"], ", ")',
    call: join,
  }),
];

function sizeOf(run: Evaluation, value: unknown): number {
  if (typeof value === 'string') return charactersIn(run, value);
  if (Array.isArray(value)) return value.length;
  if (kindOf(value) !== 'object') throw new Failure('expression_type', `${called(value)} has no size`);
  const { length } = Object.keys(value as object);
  run.spend(length * 4);
  return length;
}

function join(run: Evaluation, list: readonly unknown[], separator = ''): string {
  const parts = paid(run, list).map((item) => String(simple(item) ?? ''));
  const length = parts.reduce((total, part) => total + part.length + separator.length, 0);
  if (length > 2 * LONGEST_TEXT) throw new Failure('expression_limit', 'the joined text is too long');
  return run.text(parts.join(separator));
}

function paid(run: Evaluation, list: readonly unknown[]): readonly unknown[] {
  run.spend(list.length * 4);
  return list;
}

function numberIn(item: unknown): number {
  if (typeof item !== 'number') throw new Failure('expression_type', `sum() needs numbers, not ${called(item)}`);
  return item;
}

function simple(item: unknown): unknown {
  if (typeof item === 'object' && item !== null)
    throw new Failure('expression_type', `an item must be a text, a number or true or false, not ${called(item)}`);
  return item;
}

function incomparable(a: unknown, b: unknown): never {
  throw new Failure('expression_type', `${called(a)} and ${called(b)} cannot be put in an order`);
}
