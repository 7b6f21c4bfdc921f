import { Environment } from '@marcbachmann/cel-js';
import { describe, expect, it } from 'vitest';
import { ExpressionError } from '../compile/compiled-scenario.ts';
import { compileExpression } from './compile-expression.ts';
import { InvalidExpression } from './invalid-expression.ts';

const bindings = {
  age: 20,
  name: 'Anna',
  vip: true,
  tags: ['new', 'paid'],
  orders: [
    { id: 1, total: 10, status: 'paid' },
    { id: 2, total: 25.5, status: 'open' },
  ],
  contact: { name: 'Anna', email: '', phone: null, address: { city: 'Riga' } },
  nothing: null,
};
const evaluate = (source: string, values: object = bindings) => compileExpression(source, 'UTC')({ ...values });

function failureOf(source: string): Error {
  try {
    evaluate(source);
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error(`${source} does not fail`);
}

describe('an expression', () => {
  it.each<[string, unknown]>([
    ['age >= 18 && vip', true],
    ['age + 1', 21],
    ['age / 8', 2.5],
    ['5 / 2', 2.5],
    ['7 % 4', 3],
    ['-age', -20],
    ['0 * -1', 0],
    ['2 + 3 * 4', 14],
    ['9007199254740993', 9007199254740992],
    ['0x10', 16],
    ['1.5e3', 1500],
    ['age == 20.0', true],
    ['age in [18, 20]', true],
    ['"city" in contact.address', true],
    ['"a" + "b"', 'ab'],
    ['tags + ["x"]', ['new', 'paid', 'x']],
    ['tags[1]', 'paid'],
    ['contact["name"]', 'Anna'],
    ['name == 5', false],
    ['nothing == null', true],
    ['contact.phone != null', false],
    ['orders == orders', true],
    ['{"a": [1, {"b": 2}]} == {"a": [1, {"b": 2}]}', true],
    ['[1, 2] == [1, 2, 3]', false],
    ['age > 18 ? "adult" : "child"', 'adult'],
    ['vip ? 1 : "no"', 1],
    ['orders.map(o, o.total)', [10, 25.5]],
    ['orders.map(o, o.status == "paid", o.id)', [1]],
    ['orders.filter(o, o.total > 20).map(o, o.id)', [2]],
    ['orders.exists(o, o.status == "open")', true],
    ['orders.all(o, o.total > 20)', false],
    ['orders.exists_one(o, o.id == 1)', true],
    ['contact.address.map(key, key)', ['city']],
    [
      '[1, 2].map(a, [10, 20].map(b, a * b))',
      [
        [10, 20],
        [20, 40],
      ],
    ],
    ['[1, 2].map(age, age)', [1, 2]],
    ['{"id": age, "list": [true, null]}', { id: 20, list: [true, null] }],
    ['"2026-11-21T12:00:00+03:00" < "2026-11-21T10:00:00Z"', true],
    ['"2026-11-21" < "2026-11-22"', true],
    ['"b" > "a"', true],
    ['r"a\\d"', 'a\\d'],
  ])('%s is %j', (source, value) => {
    expect(evaluate(source)).toEqual(value);
  });

  it.each([
    ['a side that fails does not matter when the other decides', 'missing > 1 || true', true],
    ['on either side', 'false && missing > 1', false],
    ['in a list too', '[1, 0].exists(x, contact.none > x || x == 0)', true],
  ])('%s', (_, source, value) => {
    expect(evaluate(source)).toBe(value);
  });

  it.each([
    ['nmae', 'expression_failed', 'there is no “nmae”: did you mean “name”?'],
    ['contact.emial', 'expression_failed', 'there is no “emial”: did you mean “email”?'],
    ['contact.xyz', 'expression_failed', 'there is no “xyz”'],
    ['nothing.name', 'expression_failed', '“name” cannot be read: nothing (null) has no fields'],
    ['tags[5]', 'expression_failed', 'there is no item 5 in a list of 2'],
    ['tags[0.5]', 'expression_type', 'an item of a list is found by a whole number, not by a number'],
    ['name.first', 'expression_type', '“first” cannot be read: a text has no fields'],
    [
      'name + 1',
      'expression_type',
      '“+” does not work with a text and a number: write string(…) around what is not a text',
    ],
    ['nothing > 1', 'expression_type', '“>” does not work with nothing (null) and a number'],
    ['age && true', 'expression_type', '“&&” needs true or false, not a number'],
    ['1 / 0', 'expression_failed', 'division by zero'],
    ['1e308 * 10', 'expression_failed', 'the result is not a finite number'],
    ['upper(age)', 'expression_type', 'upper() needs a text, not a number'],
  ])('%s fails as %s', (source, code, message) => {
    const error = failureOf(source);
    expect(error).toBeInstanceOf(ExpressionError);
    expect(error).toMatchObject({ code, message, source });
  });

  it.each([
    ['age >=', 'expression_invalid', 'it ends too early'],
    ['age >= )', 'expression_invalid', '“)” is not expected here'],
    ['"open', 'expression_invalid', 'a text in quotes is not closed'],
    ['', 'expression_invalid', 'it ends too early'],
    ['uper(name)', 'expression_invalid', 'There is no function “uper”'],
    ['round(1, 2, 3)', 'expression_invalid', 'round() does not take 3 values'],
    ['tags.map(1, 2)', 'expression_invalid', '“1” must be a name'],
    ['name.matches("a")', 'expression_refused', 'matches() is refused'],
    ['[1].map(a, [1].map(b, [1].map(c, c)))', 'expression_refused', 'Loops may be nested twice'],
    ['b"bytes"', 'expression_refused', 'Bytes'],
    ['matchesPattern(name, "(")', 'expression_invalid', 'cannot be read'],
    ['"a"'.padEnd(2_001), 'expression_invalid', 'it has 2001 characters'],
  ])('%s is not compiled: %s', (source, code, part) => {
    const error = failureOf(source);
    expect(error).toBeInstanceOf(InvalidExpression);
    expect((error as InvalidExpression).problem).toMatchObject({ code });
    expect(error.message).toContain(part);
  });

  it('gives plain JSON that shares nothing with its bindings', () => {
    const values = { at: new Date(0), map: new Map([['a', 1n]]), big: 5n, list: [1] };
    expect(evaluate('[at, map, big]', values)).toEqual(['1970-01-01T00:00:00.000Z', { a: 1 }, 5]);
    expect(evaluate('list', values)).not.toBe(values.list);
    expect(() => evaluate('f', { f: () => 1 })).toThrow('not plain data');
    expect(() => evaluate('x + 1', { x: 5n })).toThrow('not plain data');
  });

  it('reads a variable whatever it is called', () => {
    expect(evaluate('toString', { toString: 'mine' })).toBe('mine');
  });

  it('may be evaluated while another one is', () => {
    const twice = compileExpression('list.map(x, x * 2)', 'UTC');
    const values = { list: [1, 2] };
    expect([twice(values), twice({ list: [3] }), twice(values)]).toEqual([[2, 4], [6], [2, 4]]);
  });
});

describe('CEL', () => {
  // What another implementation of the same language says, where numbers are of one kind.
  const other = new Environment({ unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false });

  it.each([
    'age > 18.0 && name.startsWith("A")',
    'tags.exists(t, t == "paid") || missing',
    'missing || tags.exists(t, t == "paid")',
    'orders.filter(o, o.total > 10.0).map(o, o.status)',
    'orders.map(o, o.id > 1.0, o.total * 2.0)',
    '[1.0, 2.0, 3.0].exists_one(x, x > 2.5)',
    'orders[1].status + "!"',
    '"pai" in tags ? "yes" : name.contains("nn") ? "n" : "-"',
    'size(tags) == 2 && size(name) == 4',
    'name.substring(1, 3) + name.substring(2)',
    '"a,b,c".split(",").join("-")',
    'name.indexOf("n") == 1',
    '" x ".trim() == "x" && name.endsWith("a")',
    '{"a": 1.5}.a + [1.0, 2.5][1]',
    '[[1.0], [2.0]] == [[1.0], [2.0]]',
    '{"a": [1.0]} != {"a": [2.0]}',
    '!(age < 18.0) && -age < 0.0',
    'contact.address.city == "Riga" && has(contact.name) && !has(contact.zip)',
    '"\\u0041" + \'\\x41\' + """x"""',
    'contact.phone == null',
    'int("42") == 42 && string(1.5) == "1.5"',
  ])('means the same here: %s', (source) => {
    expect(evaluate(source)).toEqual(other.evaluate(source, bindings));
  });
});
