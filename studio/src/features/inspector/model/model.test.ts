import { parseDuration } from '@scenarium/language';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountOf, durationOf, UNITS, type Unit } from './amounts.ts';
import { completionsAt, readable } from './completions.ts';
import { dateIn, writtenDate } from './dates.ts';
import { moved } from './moved.ts';
import { readScalar, shownScalar } from './scalars.ts';

describe('completion', () => {
  const variables = { city: 'text', orders: 'list' } as const;
  const labels = (text: string, at = text.length, language: 'expression' | 'template' = 'template') =>
    completionsAt(text, at, language, variables)?.options.map(({ label }) => label);

  test('given text outside of braces, then nothing is offered', () => {
    expect(labels('Hello ci')).toBeUndefined();
    expect(labels('{{ city }} and ')).toBeUndefined();
  });

  test('given open braces, then variables, what every expression sees, and functions are offered', () => {
    expect(labels('Hello {{')).toEqual(expect.arrayContaining(['city', 'orders', 'contact', 'now', 'upper']));
    expect(labels('{{ a }} {{ upper(ci', undefined)).toContain('city');
  });

  test('given a word, then it is replaced from its beginning', () => {
    expect(completionsAt('{{ upper(ci', 11, 'template', variables)?.from).toBe(9);
    expect(completionsAt('age > ci', 8, 'expression', variables)?.from).toBe(6);
  });

  test('given a dot, then the fields are offered', () => {
    expect(labels('{{ contact.')).toEqual(['id', 'name', 'locale']);
    expect(completionsAt('contact.na', 10, 'expression', variables)?.from).toBe(8);
    expect(labels('city.', undefined, 'expression')).toBeUndefined();
  });

  test('given a text inside of an expression, then nothing is offered', () => {
    expect(labels('city == "Mo', undefined, 'expression')).toBeUndefined();
    expect(labels('city == "Mo" && or', undefined, 'expression')).toContain('orders');
  });

  test('given names that are bound only here, then they come too', () => {
    expect(completionsAt('it', 2, 'expression', variables, ['item'])?.options[0]?.label).toBe('item');
    expect(Object.keys(readable(variables, ['item']))).toEqual(
      expect.arrayContaining(['item', 'city', 'message.text']),
    );
  });
});

describe('a duration', () => {
  test('as a number and a unit lasts just as long, and stays a text where no one number can say it', () => {
    const part = fc.tuple(fc.integer({ min: 0, max: 999 }), fc.constantFrom(...(Object.keys(UNITS) as Unit[])));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), (parts) => {
        const text = parts.map(([amount, unit]) => `${amount}${unit}`).join('');
        const milliseconds = parseDuration(text) ?? Number.NaN;
        const amount = amountOf(text);
        if (amount) expect(parseDuration(durationOf(amount))).toBe(milliseconds);
        else {
          expect(Object.values(UNITS).filter((unit) => Number.isInteger(milliseconds / unit))).toEqual([UNITS.s]);
          expect(milliseconds).toBeGreaterThan(999_999_999 * UNITS.s);
        }
      }),
      {
        examples: [
          [
            [
              [863, 'w'],
              [1, 's'],
              [791, 'w'],
            ],
          ],
        ],
      },
    );
  });

  test('keeps its own unit; a template has none', () => {
    expect(amountOf('120s')).toEqual({ amount: 120, unit: 's' });
    expect(amountOf('1h30m')).toEqual({ amount: 90, unit: 'm' });
    expect(amountOf('{{ hours }}h')).toBeUndefined();
  });
});

test('a value typed into one field is the value that was shown', () => {
  const scalar = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.double({ noNaN: true }).map(String),
  );
  fc.assert(
    fc.property(scalar, (value) => {
      expect(readScalar(shownScalar(value))).toBe(value);
    }),
  );
  expect([readScalar('42'), readScalar('"42"'), readScalar('0042'), readScalar('да')]).toEqual([
    42,
    '42',
    '0042',
    'да',
  ]);
});

test('a date of an expression is the one in the field', () => {
  expect(dateIn('"2026-11-21"', false)).toBe('2026-11-21');
  expect(dateIn('addTime(now, "1d")', true)).toBeUndefined();
  expect(dateIn('"2026-11-21"', true)).toBeUndefined();
  expect(dateIn(writtenDate('2026-11-21T10:30', true), true)).toBe('2026-11-21T10:30');
});

test('an item that is moved changes nothing else', () => {
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
});
