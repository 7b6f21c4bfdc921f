import type { Json } from '../json.ts';

/**
 * A value as people read it: nothing for null, lists joined by commas, objects as JSON, numbers without an exponent.
 *
 * @example printed(['red', 2, null]) // 'red, 2, '
 */
export function printed(value: Json): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return printNumber(value);
  if (value === null) return '';
  if (Array.isArray(value)) return value.map(printed).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A number as it is written by hand: 0.1 + 0.2 is 0.3; an exponent only from 1e21 on. */
export function printNumber(value: number): string {
  if (Number.isInteger(value)) return String(value);
  const exact = Number(value.toPrecision(15));
  const text = String(exact);
  return text.includes('e') && Math.abs(exact) < 1 ? exact.toFixed(20).replace(/\.?0+$/, '') || '0' : text;
}
