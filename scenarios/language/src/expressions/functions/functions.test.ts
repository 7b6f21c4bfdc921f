import { describe, expect, it } from 'vitest';
import { createChecker } from '../check.ts';
import { compileExpression } from '../compile-expression.ts';
import { expressionFunctions, functions } from './index.ts';

const facts = { now: '2026-11-21T10:00:00.000Z', contact: { name: 'Anna', email: null } };
const evaluate = (source: string, locale = 'en') => compileExpression(source, 'Europe/Moscow')({ ...facts, locale });
/** Intl writes narrow and unbreakable spaces. */
const plain = (value: unknown) => (typeof value === 'string' ? value.replaceAll(/[\u00a0\u202f]/g, ' ') : value);

type Case = [expression: string, en: unknown, ru?: unknown];

const cases: Record<string, Case[]> = {
  upper: [
    ['upper("anna")', 'ANNA'],
    ['"привет".upper()', 'ПРИВЕТ'],
  ],
  lower: [['lower("ANNA")', 'anna']],
  trim: [['trim(" a b ")', 'a b']],
  replace: [
    ['replace("8 800 5", " ", "")', '88005'],
    ['replace("a.b", ".", "$&")', 'a$&b'],
  ],
  split: [['split("a,b", ",")', ['a', 'b']]],
  contains: [
    ['contains("order", "de")', true],
    ['"order".contains("x")', false],
  ],
  startsWith: [['startsWith("+7", "+")', true]],
  endsWith: [['endsWith("a.png", ".png")', true]],
  indexOf: [
    ['indexOf("a-b", "-")', 1],
    ['indexOf("a", "-")', -1],
  ],
  substring: [
    ['substring("2026-11", 0, 4)', '2026'],
    ['"abc".substring(1)', 'bc'],
    ['substring("ab", 5)', ''],
    ['substring("ab", -1)', 'ab'],
  ],
  length: [
    ['length("Привет")', 6],
    ['length("🙂")', 1],
    ['length("")', 0],
  ],
  matchesPattern: [
    ['matchesPattern("AB-12", "[A-Z]+-\\\\d+")', true],
    ['matchesPattern("xAB-12", "[A-Z]+-\\\\d+")', false],
  ],
  number: [
    ['number("12.5")', 12.5],
    ['number(" 1e3 ")', 1000],
    ['number("3,5")', 3.5],
    ['number(true)', 1],
  ],
  int: [
    ['int("42")', 42],
    ['int(-2.7)', -2],
  ],
  round: [
    ['round(12.345, 2)', 12.35],
    ['round(1.005, 2)', 1.01],
    ['round(-2.5)', -3],
    ['round(1234, -2)', 1200],
  ],
  floor: [
    ['floor(2.7)', 2],
    ['floor(-2.1)', -3],
  ],
  ceil: [['ceil(2.1)', 3]],
  abs: [['abs(-3)', 3]],
  min: [['min(3, 5)', 3]],
  max: [['max(3, 5)', 5]],
  size: [
    ['size([1, 2])', 2],
    ['size("ab")', 2],
    ['size({"a": 1})', 1],
    ['[].size()', 0],
  ],
  first: [
    ['first([1, 2])', 1],
    ['first([])', null],
  ],
  last: [
    ['last([1, 2])', 2],
    ['last([])', null],
  ],
  sum: [
    ['sum([1, 2.5])', 3.5],
    ['sum([])', 0],
  ],
  sort: [
    ['sort([3, 1, 2])', [1, 2, 3]],
    ['sort(["b", "a"])', ['a', 'b']],
  ],
  distinct: [['distinct(["a", "b", "a"])', ['a', 'b']]],
  join: [
    ['join(["a", 1, null], ", ")', 'a, 1, '],
    ['["a", "b"].join()', 'ab'],
  ],
  addTime: [
    ['addTime("2026-11-21T10:00:00Z", "-2h")', '2026-11-21T08:00:00.000Z'],
    ['addTime("2026-11-21T23:30:00+03:00", "1h30m")', '2026-11-22T01:00:00+03:00'],
    ['addTime("2026-02-28", "1d")', '2026-03-01'],
    ['addTime("2026-01-01", "-1w")', '2025-12-25'],
    ['addTime(now, "1d") > now', true],
  ],
  daysBetween: [
    ['daysBetween("2026-11-21", "2026-12-01")', 10],
    ['daysBetween("2026-11-21", "2026-11-20")', -1],
    ['daysBetween("2026-11-21", "2026-11-21T22:00:00Z")', 1],
  ],
  dateOf: [
    ['dateOf("2026-11-21T22:30:00Z")', '2026-11-22'],
    ['dateOf("2026-11-21")', '2026-11-21'],
  ],
  formatDate: [
    ['formatDate("2026-11-21")', 'November 21, 2026', '21 ноября 2026 г.'],
    ['formatDate("2026-11-21", "full")', 'Saturday, November 21, 2026', 'суббота, 21 ноября 2026 г.'],
    ['formatDate("2026-11-21", "short")', '11/21/26', '21.11.2026'],
    ['formatDate("2026-11-21", "medium")', 'Nov 21, 2026', '21 нояб. 2026 г.'],
    ['formatDate("2026-11-21T22:30:00Z", "time")', '1:30 AM', '01:30'],
    ['formatDate("2026-11-21T22:30:00Z", "short")', '11/22/26, 1:30 AM', '22.11.2026, 01:30'],
  ],
  string: [
    ['string(12.5)', '12.5'],
    ['string(true)', 'true'],
    ['string("a")', 'a'],
    ['string(1e20)', '100000000000000000000'],
  ],
  json: [['json({"id": 7, "list": [1, null]})', '{"id":7,"list":[1,null]}']],
  formatNumber: [['formatNumber(1234567.5)', '1,234,567.5', '1 234 567,5']],
  formatMoney: [
    ['formatMoney(1250, "EUR")', '€1,250.00', '1 250,00 €'],
    ['formatMoney(99.5, "RUB")', 'RUB 99.50', '99,50 ₽'],
  ],
  has: [
    ['has(contact.name)', true],
    ['has(contact.zip)', false],
    ['has(contact.address.city)', false],
    ['has(unknown)', false],
  ],
  default: [
    ['default(contact.email, "none")', 'none'],
    ['default(contact.address.city, "none")', 'none'],
    ['default(unknown, "none")', 'none'],
    ['default("", "none")', 'none'],
    ['default(0, 1)', 0],
    ['default([1][3], 1)', 1],
  ],
  map: [['[1, 2].map(n, n * 10)', [10, 20]]],
  filter: [['[1, 2, 3].filter(n, n > 1)', [2, 3]]],
  all: [['[1, 2].all(n, n > 0)', true]],
  exists: [['[1, 2].exists(n, n == 2)', true]],
  exists_one: [['[1, 1].exists_one(n, n == 1)', false]],
};

describe.each(expressionFunctions.map((each) => [each.name, each] as const))('%s', (name, documented) => {
  it.each(cases[name] ?? [['has no test', false]])('%s is %j', (source, en, ru = en) => {
    expect(plain(evaluate(source, 'en'))).toEqual(en);
    expect(plain(evaluate(source, 'ru'))).toEqual(ru);
  });

  it('is documented with an example that works and passes the check', () => {
    const checker = createChecker({ contact: 'object', now: 'datetime' });
    expect(evaluate(documented.example)).toBeDefined();
    expect(checker.expression(documented.example, 'any').problems).toEqual([]);
    expect(documented.description.en && documented.description.ru).toBeTruthy();
  });
});

const particular = [...functions.values()].filter(({ takes }) => !takes.includes('any'));

describe.each(particular)('$name given something else', ({ name, takes }) => {
  it('says what it needs', () => {
    const wrong = takes[0] === 'list' ? '1' : '[]';
    const args = [wrong, ...takes.slice(1).map(() => 'null')].join(', ');
    expect(() => evaluate(`${name}(${args})`)).toThrow(`${name}() needs a`);
  });
});

describe('a function', () => {
  it.each([
    ['number("12 apples")', '“12 apples” is not a number'],
    ['number(null)', 'nothing (null) is not a number'],
    ['number("")', '“” is not a number'],
    ['round(1, 99)', 'round() takes −15 to 15 digits, not 99'],
    ['addTime("tomorrow", "1d")', '“tomorrow” is not a date such as 2026-11-21'],
    ['addTime("2026-02-30", "1d")', '“2026-02-30” is not a date'],
    ['addTime("2026-11-21", "2h")', 'moves by whole days'],
    ['addTime(now, "soon")', '“soon” is not a duration such as 2h'],
    ['addTime("9999-12-31", "5000w")', 'cannot be moved'],
    ['formatDate("2026-11-21", "pretty")', 'no date style “pretty”: use one of short, medium, long, full, time'],
    ['formatDate("2026-11-21", "time")', 'has no time'],
    ['formatMoney(1, "euro")', '“euro” is not a currency code such as EUR'],
    ['sum(["a"])', 'sum() needs numbers, not a text'],
    ['sort([1, "a"])', 'cannot be put in an order'],
    ['join([[1]], "")', 'an item must be a text, a number or true or false, not a list'],
    ['size(1)', 'a number has no size'],
    ['string([1])', 'string() does not take a list: use json()'],
    ['matchesPattern("a", "a" + "(")', 'the pattern “a(” cannot be read'],
  ])('%s fails: %s', (source, message) => {
    expect(() => evaluate(source)).toThrow(message);
  });

  it('says that the locale is none', () => {
    expect(() => evaluate('formatNumber(1)', 'not a locale')).toThrow('“not a locale” is no locale');
    expect(() => evaluate('formatDate(now)', 'not a locale')).toThrow('is no locale');
  });
});
