import type { Json } from '../json.ts';
import type { Evaluation } from './evaluation.ts';
import { Failure } from './failure.ts';

const DEEPEST = 200;

/**
 * A value as plain JSON that shares nothing with the bindings: maps become objects, dates ISO text, BigInt numbers.
 * @throws Failure when JSON cannot hold it, or it is too large
 */
export function toPlain(value: unknown, run: Evaluation, depth = 0): Json {
  switch (typeof value) {
    case 'string':
      return run.text(value);
    case 'number':
      // Minus zero is a zero: JSON knows no other.
      if (Number.isFinite(value)) return value + 0;
      throw new Failure('expression_failed', 'the result is not a finite number');
    case 'boolean':
      return value;
    case 'bigint':
      return Number(value);
    case 'undefined':
      return null;
    case 'object':
      return value === null ? null : plainObject(value, run, depth);
    default:
      throw new Failure('expression_type', 'the value is not plain data');
  }
}

function plainObject(value: object, run: Evaluation, depth: number): Json {
  run.spend(20);
  if (depth > DEEPEST) throw new Failure('expression_limit', `the value is nested deeper than ${DEEPEST}`);
  if (Array.isArray(value)) return value.map((item) => element(item, run, depth));
  if (value instanceof Date) return plainDate(value);
  if (value instanceof Map) return plainEntries([...value], run, depth);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return plainEntries(Object.entries(value), run, depth);
  throw new Failure('expression_type', 'the value is not plain data');
}

function plainEntries(entries: [unknown, unknown][], run: Evaluation, depth: number): Json {
  const result: { [key: string]: Json } = {};
  for (const [key, item] of entries) {
    const name = String(key);
    if (name === '__proto__') throw new Failure('expression_type', 'a field may not be called “__proto__”');
    run.spend(10);
    result[name] = element(item, run, depth);
  }
  return result;
}

function element(item: unknown, run: Evaluation, depth: number): Json {
  run.spend(5);
  return toPlain(item, run, depth + 1);
}

function plainDate(date: Date): string {
  if (Number.isNaN(date.getTime())) throw new Failure('expression_type', 'the value is not a date');
  return date.toISOString();
}
