import { createChecker, parseExpression } from '@scenarium/language';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BARE, LISTED, OPERATORS, type Condition, type Row } from './condition.ts';
import { refitted } from './fresh-row.ts';
import { fromExpression } from './from-expression.ts';
import { operatorsFor } from './operators-for.ts';
import { toExpression } from './to-expression.ts';

const path = fc.constantFrom('age', 'city', 'contact.name', 'order.items.first', '_x1');
const text = fc.string({ unit: 'binary', maxLength: 20 });
const scalar = fc.oneof(
  text,
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
);
const single = fc.oneof(
  scalar.map((value) => ({ value })),
  path.map((other) => ({ path: other })),
);
const list = fc.oneof(
  fc.array(scalar, { maxLength: 5 }).map((value) => ({ value })),
  fc.constant({ value: [] }),
);

const row: fc.Arbitrary<Row> = fc
  .tuple(path, fc.constantFrom(...OPERATORS))
  .chain(([left, operator]) =>
    BARE.includes(operator)
      ? fc.constant({ left, operator })
      : (LISTED.includes(operator)
          ? list
          : operator.startsWith('holds')
            ? scalar.map((value) => ({ value }))
            : single
        ).map((right) => ({ left, operator, right })),
  );
const condition: fc.Arbitrary<Condition> = fc
  .record({ join: fc.constantFrom('and', 'or'), rows: fc.array(row, { minLength: 1, maxLength: 6 }) })
  .map(({ join, rows }) => ({ join: rows.length === 1 ? 'and' : join, rows }));

describe('rows of a condition', () => {
  test('come back from the expression they were written as', () => {
    fc.assert(
      fc.property(condition, (given) => {
        const expression = toExpression(given);
        expect(parseExpression(expression).ok, expression).toBe(true);
        expect(fromExpression(expression), expression).toEqual(given);
      }),
    );
  });

  test('fit the type of their variable after it or the operator changed', () => {
    const types = fc.constantFrom(...(Object.keys(operatorsFor) as (keyof typeof operatorsFor)[]));
    fc.assert(
      fc.property(row, types, (given, type) => {
        const fitted = refitted(given, type);
        expect(operatorsFor[type]).toContain(fitted.operator);
        expect(refitted(fitted, type)).toEqual(fitted);
        expect(fromExpression(toExpression({ join: 'and', rows: [fitted] }))?.rows).toEqual([fitted]);
      }),
    );
  });
});

describe('an expression', () => {
  const shown = (source: string): string | undefined => {
    const rows = fromExpression(source);
    return rows && toExpression(rows);
  };

  test.each([
    ['age>=18', 'age >= 18'],
    ['(age >= 18) && (city != null && !done)', 'age >= 18 && city != null && !done'],
    ['name.contains("a")', 'contains(name, "a")'],
    ["city in ['a', 'b']", 'city in ["a", "b"]'],
    ['!(city in ["a"])', '!(city in ["a"])'],
    ['"red" in colours', '"red" in colours'],
    ['balance < -1.5', 'balance < -1.5'],
    ['start < end', 'start < end'],
  ])('%s is shown in rows and means the same', (source, same) => {
    expect(shown(source)).toBe(same);
  });

  test.each([
    'a && b || c',
    'age + 1 > 2',
    'size(list) > 0',
    '18 <= age',
    'a == b == c',
    'x[0] == 1',
    'list.all(i, i > 0)',
    'age >=',
    '',
  ])('that rows cannot say stays an expression: %s', (source) => {
    expect(fromExpression(source)).toBeUndefined();
  });

  test('made of rows that fit their types is free of problems', () => {
    const checker = createChecker({ age: 'number', city: 'text', tags: 'list', name: 'text' });
    const { problems } = checker.expression(
      toExpression({
        join: 'and',
        rows: [
          { left: 'age', operator: 'isAtLeast', right: { value: 18 } },
          { left: 'city', operator: 'isNoneOf', right: { value: ['Омск', 'Томск'] } },
          { left: 'tags', operator: 'holds', right: { value: 'vip' } },
          { left: 'name', operator: 'containsNot', right: { path: 'city' } },
        ],
      }),
      'boolean',
    );
    expect(problems).toEqual([]);
  });
});
