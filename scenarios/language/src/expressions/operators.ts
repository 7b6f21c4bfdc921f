import type { BinaryOperator } from '@marcbachmann/cel-js';
import type { Evaluation } from './evaluation.ts';
import { Failure } from './failure.ts';
import { called, kindOf } from './kinds.ts';

type Operator = (a: unknown, b: unknown, run: Evaluation) => unknown;

/** What every operator of two values does. Numbers are numbers: there is no difference between whole and others. */
export const operators: Record<BinaryOperator, Operator> = {
  '==': equal,
  '!=': (a, b, run) => !equal(a, b, run),
  '<': (a, b, run) => (isNumber(a) && isNumber(b) ? a < b : order('<', a, b, run) < 0),
  '<=': (a, b, run) => (isNumber(a) && isNumber(b) ? a <= b : order('<=', a, b, run) <= 0),
  '>': (a, b, run) => (isNumber(a) && isNumber(b) ? a > b : order('>', a, b, run) > 0),
  '>=': (a, b, run) => (isNumber(a) && isNumber(b) ? a >= b : order('>=', a, b, run) >= 0),
  '+': add,
  '-': (a, b) => (isNumber(a) && isNumber(b) ? a - b : unfit('-', a, b)),
  '*': (a, b) => (isNumber(a) && isNumber(b) ? a * b : unfit('*', a, b)),
  '/': (a, b) => (isNumber(a) && isNumber(b) ? a / divisor(b) : unfit('/', a, b)),
  '%': (a, b) => (isNumber(a) && isNumber(b) ? a % divisor(b) : unfit('%', a, b)),
  in: isIn,
};

/** Are two values the same, lists and objects by what they hold? */
function equal(a: unknown, b: unknown, run: Evaluation): boolean {
  if (typeof a === 'string' && typeof b === 'string') run.spend(a.length === b.length ? a.length >> 6 : 0);
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  run.spend(1);
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => same(item, b[i], run));
  if (Array.isArray(b)) return false;
  const keys = Object.keys(a);
  run.spend(keys.length * 4);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && same((a as Values)[key], (b as Values)[key], run));
}

type Values = Record<string, unknown>;

function same(a: unknown, b: unknown, run: Evaluation): boolean {
  run.spend(1);
  return equal(a, b, run);
}

/**
 * Negative, zero or positive as `a` is before, with or after `b`: numbers, texts, false before true. Two datetimes are compared
 * as instants, because they may be written with different offsets.
 */
export function compare(a: unknown, b: unknown, run: Evaluation): number | undefined {
  if (typeof a === 'string' && typeof b === 'string') {
    run.spend(1 + (Math.min(a.length, b.length) >> 6));
    const apart = isDatetime(a) && isDatetime(b) ? between(a, b, run) : NaN;
    if (!Number.isNaN(apart)) return apart;
    return a < b ? -1 : a > b ? 1 : 0;
  }
  if ((isNumber(a) && isNumber(b)) || (typeof a === 'boolean' && typeof b === 'boolean')) return Number(a) - Number(b);
  return undefined;
}

function isDatetime(text: string): boolean {
  return (
    text.length >= 17 && text.length <= 40 && text[10] === 'T' && /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text)
  );
}

function between(a: string, b: string, run: Evaluation): number {
  run.spend(50);
  return Date.parse(a) - Date.parse(b);
}

function order(operator: string, a: unknown, b: unknown, run: Evaluation): number {
  return compare(a, b, run) ?? unfit(operator, a, b);
}

function add(a: unknown, b: unknown, run: Evaluation): unknown {
  if (isNumber(a) && isNumber(b)) return a + b;
  if (typeof a === 'string' && typeof b === 'string') return run.text(a + b);
  if (!Array.isArray(a) || !Array.isArray(b)) return unfit('+', a, b);
  run.spend(2 * (a.length + b.length));
  return [...(a as unknown[]), ...(b as unknown[])];
}

function isIn(item: unknown, collection: unknown, run: Evaluation): boolean {
  if (Array.isArray(collection)) return collection.some((other) => same(item, other, run));
  if (kindOf(collection) !== 'object')
    throw new Failure('expression_type', `“in” needs a list or an object, not ${called(collection)}`);
  return typeof item === 'string' && Object.hasOwn(collection as object, item);
}

function divisor(number: number): number {
  if (number === 0) throw new Failure('expression_failed', 'division by zero');
  return number;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function unfit(operator: string, a: unknown, b: unknown): never {
  const mixed =
    operator === '+' && (typeof a === 'string' || typeof b === 'string')
      ? ': write string(…) around what is not a text'
      : '';
  throw new Failure('expression_type', `“${operator}” does not work with ${called(a)} and ${called(b)}${mixed}`);
}
