import type { Json } from '../json.ts';

const MOST_NODES = 20_000;
const LONGEST_TEXT = 65_536;

/**
 * A value of the expression engine as plain JSON: whole numbers become numbers, timestamps ISO text, maps objects.
 * @throws RangeError when it is too large, TypeError when it is nothing JSON can hold
 */
export function toPlain(value: unknown): Json {
  if (typeof value === 'string') {
    if (value.length > LONGEST_TEXT) throw new RangeError('the text is too long');
    return value;
  }
  if (typeof value === 'number') return finite(value);
  if (typeof value === 'boolean' || value === null) return value;
  return convert(value, { nodes: 0 });
}

function convert(value: unknown, count: { nodes: number }): Json {
  count.nodes += 1;
  if (count.nodes > MOST_NODES) throw new RangeError('the value is too large');
  switch (typeof value) {
    case 'string':
      count.nodes += value.length >> 3;
      if (value.length > LONGEST_TEXT) throw new RangeError('the text is too long');
      return value;
    case 'number':
      return finite(value);
    case 'bigint':
      return Number(value);
    case 'boolean':
      return value;
    case 'undefined':
      return null;
    case 'object':
      return value === null ? null : convertObject(value, count);
    default:
      throw new TypeError('the value is not plain data');
  }
}

function convertObject(value: object, count: { nodes: number }): Json {
  if (Array.isArray(value)) return value.map((item) => convert(item, count));
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Map)
    return fromEntries(
      [...value.entries()].map(([key, item]) => [String(key), item]),
      count,
    );
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return fromEntries(Object.entries(value), count);
  const primitive: unknown = value.valueOf();
  if (typeof primitive === 'bigint' || typeof primitive === 'number') return Number(primitive);
  throw new TypeError('the value is not plain data');
}

function fromEntries(entries: [string, unknown][], count: { nodes: number }): Json {
  const result: { [key: string]: Json } = {};
  for (const [key, item] of entries) {
    if (key === '__proto__') throw new TypeError('the key "__proto__" is refused');
    result[key] = convert(item, count);
  }
  return result;
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new TypeError('the result is not a number');
  return value;
}
