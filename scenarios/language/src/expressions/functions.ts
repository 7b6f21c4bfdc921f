import { RE2JS } from 're2js';
import { Temporal } from 'temporal-polyfill';
import { parseDuration } from './duration.ts';

/** A function of the expression language: how it is written, what it does, an example; `call` gets plain values. */
export interface ExpressionFunction {
  signature: string;
  description: { en: string; ru: string };
  example: string;
  call: (...args: never[]) => unknown;
}

const LONGEST_TEXT = 65_536;

/** Every function beyond CEL's own. All are pure: the same arguments give the same value everywhere. */
export const expressionFunctions: ExpressionFunction[] = [
  define(
    'upper(string): string',
    (text: string) => short(text).toUpperCase(),
    'upper(name)',
    'In capitals',
    'Прописными буквами',
  ),
  define(
    'lower(string): string',
    (text: string) => short(text).toLowerCase(),
    'lower(email)',
    'In small letters',
    'Строчными буквами',
  ),
  define(
    'replace(string, string, string): string',
    (text: string, from: string, to: string) => short(short(text).split(from).join(to)),
    'replace(phone, " ", "")',
    'Every occurrence replaced',
    'Заменяет все вхождения',
  ),
  define('number(dyn): double', toNumber, 'number("12.5")', 'A text as a number', 'Число из текста'),
  define(
    'round(dyn, int): double',
    (value: unknown, digits: unknown) => Number(`${Math.round(Number(`${toNumber(value)}e${digits}`))}e-${digits}`),
    'round(total, 2)',
    'Rounded to so many digits',
    'Округляет до знаков после запятой',
  ),
  define(
    'floor(dyn): double',
    (value: unknown) => Math.floor(toNumber(value)),
    'floor(2.7)',
    'The whole number below',
    'Округляет вниз',
  ),
  define(
    'ceil(dyn): double',
    (value: unknown) => Math.ceil(toNumber(value)),
    'ceil(2.1)',
    'The whole number above',
    'Округляет вверх',
  ),
  define(
    'abs(dyn): double',
    (value: unknown) => Math.abs(toNumber(value)),
    'abs(-3)',
    'Without its sign',
    'Модуль числа',
  ),
  define(
    'min(dyn, dyn): double',
    (a: unknown, b: unknown) => Math.min(toNumber(a), toNumber(b)),
    'min(a, b)',
    'The smaller one',
    'Меньшее из двух',
  ),
  define(
    'max(dyn, dyn): double',
    (a: unknown, b: unknown) => Math.max(toNumber(a), toNumber(b)),
    'max(a, b)',
    'The larger one',
    'Большее из двух',
  ),
  define(
    'sum(list): double',
    (list: unknown[]) => list.reduce<number>((total, item) => total + toNumber(item), 0),
    'sum(prices)',
    'All numbers of a list added',
    'Сумма чисел списка',
  ),
  define(
    'first(list): dyn',
    (list: unknown[]) => list[0] ?? null,
    'first(orders)',
    'The first item, or null',
    'Первый элемент или null',
  ),
  define(
    'last(list): dyn',
    (list: unknown[]) => list.at(-1) ?? null,
    'last(orders)',
    'The last item, or null',
    'Последний элемент или null',
  ),
  define(
    'joined(list, string): string',
    (list: unknown[], separator: string) => short(list.map(String).join(separator)),
    'joined(names, ", ")',
    'Items in one text',
    'Элементы одной строкой',
  ),
  define(
    'coalesce(dyn, dyn): dyn',
    (value: unknown, fallback: unknown) => (value === null || value === undefined || value === '' ? fallback : value),
    'coalesce(name, "friend")',
    'The first value, or the second where the first is empty',
    'Первое значение, а если оно пусто — второе',
  ),
  define(
    'json(dyn): string',
    (value: unknown) =>
      short(JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' ? Number(item) : item)) ?? 'null'),
    'json(order)',
    'As JSON text',
    'В виде JSON',
  ),
  define(
    'matchesPattern(string, string): bool',
    (text: string, pattern: string) => RE2JS.compile(pattern).matches(short(text)),
    'matchesPattern(code, "[A-Z]{2}\\\\d+")',
    'Does the whole text match? (RE2 syntax, linear time)',
    'Подходит ли весь текст под образец (синтаксис RE2)',
  ),
  define(
    'addTime(string, string): string',
    addTime,
    'addTime(appointment, "-2h")',
    'A date or datetime moved by a duration',
    'Дата, сдвинутая на срок',
  ),
  define(
    'daysBetween(string, string): double',
    (from: string, to: string) => Temporal.PlainDate.from(day(from)).until(day(to)).days,
    'daysBetween(start, end)',
    'Whole days from one date to another',
    'Дней между датами',
  ),
  define(
    'dateOf(string): string',
    (value: string) => Temporal.PlainDate.from(day(value)).toString(),
    'dateOf(appointment)',
    'The date of a datetime',
    'Дата без времени',
  ),
  define(
    'formatDate(string, string): string',
    (value: string, locale: string) => formatDate(value, locale),
    'formatDate(appointment, locale)',
    'Written out in a language',
    'Дата словами на языке',
  ),
  define(
    'formatNumber(dyn, string): string',
    (value: unknown, locale: string) => new Intl.NumberFormat(locale).format(toNumber(value)),
    'formatNumber(total, locale)',
    'With the separators of a language',
    'С разделителями языка',
  ),
  define(
    'formatMoney(dyn, string, string): string',
    (value: unknown, currency: string, locale: string) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency }).format(toNumber(value)),
    'formatMoney(total, "EUR", locale)',
    'An amount of money',
    'Денежная сумма',
  ),
];

function define<A extends unknown[]>(
  signature: string,
  call: (...args: A) => unknown,
  example: string,
  en: string,
  ru: string,
): ExpressionFunction {
  return { signature, call, example, description: { en, ru } };
}

function short(text: string): string {
  if (text.length > LONGEST_TEXT) throw new RangeError('the text is too long');
  return text;
}

function toNumber(value: unknown): number {
  const number = typeof value === 'string' && value.trim() === '' ? NaN : Number(value);
  if (!Number.isFinite(number)) throw new TypeError(`"${String(value).slice(0, 40)}" is not a number`);
  return number;
}

function day(value: string): string {
  return value.slice(0, 10);
}

/** An instant with the offset it is written with: `2026-11-21T10:00:00+03:00`. */
function zoned(value: string): Temporal.ZonedDateTime {
  const offset = /([+-]\d\d:\d\d)$/.exec(value)?.[1] ?? 'UTC';
  return Temporal.Instant.from(value).toZonedDateTimeISO(offset);
}

function addTime(value: string, duration: string): string {
  const negative = duration.startsWith('-');
  const milliseconds = parseDuration(duration.replace(/^[+-]/, ''));
  if (milliseconds === undefined) throw new TypeError(`"${duration}" is not a duration such as "2h"`);
  const signed = negative ? -milliseconds : milliseconds;
  if (!value.includes('T'))
    return Temporal.PlainDate.from(value)
      .add({ days: Math.trunc(signed / 86_400_000) })
      .toString();
  return zoned(value).add({ milliseconds: signed }).toString({ timeZoneName: 'never' });
}

function formatDate(value: string, locale: string): string {
  const long = { year: 'numeric', month: 'long', day: 'numeric' } as const;
  if (!value.includes('T')) return Temporal.PlainDate.from(value).toLocaleString(locale, long);
  return zoned(value)
    .toPlainDateTime()
    .toLocaleString(locale, { ...long, hour: '2-digit', minute: '2-digit' });
}
