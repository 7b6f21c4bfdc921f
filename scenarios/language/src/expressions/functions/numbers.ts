import { Failure } from '../failure.ts';
import { called } from '../kinds.ts';
import { define } from './define.ts';

export const numberFunctions = [
  define('number', {
    takes: ['any'],
    gives: 'number',
    en: 'A text as a number',
    ru: 'Число из текста',
    example: 'number("12.5")',
    call: (_, value) => toNumber(value),
  }),
  define('round', {
    takes: ['number'],
    mayTake: ['number'],
    gives: 'number',
    en: 'Rounded, half away from zero, to so many digits after the point (0 when left out)',
    ru: 'Округляет, половину — от нуля, до стольких знаков после запятой (без них — до целого)',
    example: 'round(12.345, 2)',
    call: (_, value, digits = 0) => rounded(value, digits),
  }),
  define('floor', {
    takes: ['number'],
    gives: 'number',
    en: 'The whole number below',
    ru: 'Округляет вниз',
    example: 'floor(2.7)',
    call: (_, value) => Math.floor(value),
  }),
  define('ceil', {
    takes: ['number'],
    gives: 'number',
    en: 'The whole number above',
    ru: 'Округляет вверх',
    example: 'ceil(2.1)',
    call: (_, value) => Math.ceil(value),
  }),
  define('int', {
    takes: ['any'],
    gives: 'number',
    en: 'The whole part of a number',
    ru: 'Целая часть числа',
    example: 'int("42")',
    call: (_, value) => Math.trunc(toNumber(value)),
  }),
  define('abs', {
    takes: ['number'],
    gives: 'number',
    en: 'The number without its sign',
    ru: 'Модуль числа',
    example: 'abs(-3)',
    call: (_, value) => Math.abs(value),
  }),
  define('min', {
    takes: ['number', 'number'],
    gives: 'number',
    en: 'The smaller of two numbers',
    ru: 'Меньшее из двух чисел',
    example: 'min(3, 5)',
    call: (_, a, b) => Math.min(a, b),
  }),
  define('max', {
    takes: ['number', 'number'],
    gives: 'number',
    en: 'The larger of two numbers',
    ru: 'Большее из двух чисел',
    example: 'max(3, 5)',
    call: (_, a, b) => Math.max(a, b),
  }),
];

function toNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'string') throw new Failure('expression_type', `${called(value)} is not a number`);
  const text = value.trim().replace(',', '.');
  if (!/^[+-]?(\d{1,300}(\.\d{0,300})?|\.\d{1,300})([eE][+-]?\d{1,3})?$/.test(text))
    throw new Failure('expression_type', `“${value.slice(0, 40)}” is not a number`);
  return Number(text);
}

/** Decimal rounding of the number as it is written: 1.005 becomes 1.01, although its nearest double is below. */
function rounded(value: number, digits: number): number {
  if (!Number.isInteger(digits) || Math.abs(digits) > 15)
    throw new Failure('expression_type', `round() takes −15 to 15 digits, not ${digits}`);
  const [mantissa, exponent = '0'] = String(Math.abs(value)).split('e') as [string, string?];
  const shifted = Math.round(Number(`${mantissa}e${Number(exponent) + digits}`));
  return Math.sign(value) * Number(`${shifted}e${-digits}`);
}
