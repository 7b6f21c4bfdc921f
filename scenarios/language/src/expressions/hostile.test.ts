import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExpressionError } from '../compile/compiled-scenario.ts';
import { createChecker } from './check.ts';
import { compileExpression } from './compile-expression.ts';
import { expressionFunctions } from './functions/index.ts';
import { InvalidExpression } from './invalid-expression.ts';
import { compileTemplate } from './template.ts';

const LONGEST = 1_000;

const numbers = Array.from({ length: 16_000 }, (_, i) => i % 10);
const texts = Array.from({ length: 6_000 }, (_, i) => `a${i}`);
const bindings = Object.assign(Object.create(null) as object, {
  locale: 'en',
  now: '2026-11-21T10:00:00.000Z',
  numbers,
  texts,
  big: 'a'.repeat(60_000),
  half: `${'a'.repeat(30_000)}b`,
  index: Object.fromEntries(texts.map((text) => [text, 1])),
  orders: Array.from({ length: 2_000 }, (_, i) => ({ id: i, name: `x${i}`, at: '2026-11-21T10:00:00+03:00' })),
  contact: JSON.parse('{"name":"Anna","__proto__":{"admin":true},"constructor":"own"}') as unknown,
  empty: {},
  nothing: null,
  patterns: Array.from({ length: 500 }, (_, i) => `(\\pL{1,20}){1,20}${i}`),
});
const checker = createChecker({ name: 'text', numbers: 'list', contact: 'object' });

/** Compiles and evaluates; anything but plain JSON, an ExpressionError or a problem fails the test. */
function survive(run: () => unknown): unknown {
  const started = performance.now();
  let value: unknown;
  try {
    value = run();
    expect(JSON.parse(JSON.stringify(value))).toEqual(value);
  } catch (error) {
    if (!(error instanceof ExpressionError || error instanceof InvalidExpression)) throw error;
    value = error;
  }
  expect(performance.now() - started).toBeLessThan(LONGEST);
  return value;
}

const evaluated = (source: string) => survive(() => compileExpression(source, 'Europe/Moscow')(bindings));
const rendered = (source: string) => survive(() => compileTemplate(source, 'Europe/Moscow').value(bindings));

describe('an expression that wants too much', () => {
  it.each([
    'numbers.map(x, numbers.map(y, y))',
    'numbers.map(x, numbers + numbers)',
    'numbers.map(x, json(numbers))',
    'texts.filter(x, x in numbers)',
    'numbers.map(x, size(big))',
    'numbers.map(x, sort(numbers))',
    'numbers.map(x, join(texts, ","))',
    'numbers.map(x, big + big)',
    'numbers.map(x, index.map(key, key))',
    'numbers.map(x, big.split("a"))',
    'texts.map(t, big.replace(t, "b"))',
    'big.contains(half)',
    'big.replace("a", big)',
    'orders.map(a, orders.filter(b, a.at < b.at))',
    'numbers.map(x, formatDate(now, "full"))',
    'numbers.map(x, daysBetween(now, now))',
    'numbers.map(x, numbers).map(y, y + y)',
    `[${'index,'.repeat(150)}1]`,
    `json([${'orders,'.repeat(150)}1])`,
    'matchesPattern(big, "(a+)+$")',
    'matchesPattern(half, "(a|b|ab)*c")',
    'patterns.map(p, matchesPattern("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", p))',
    `numbers.exists(x, ${'default(none.at.all, false) || '.repeat(40)}false)`,
  ])('is stopped: %s', (source) => {
    expect(evaluated(source)).toMatchObject({ code: 'expression_limit' });
  });

  it.each([
    'numbers.map(x, has(index.none))',
    'texts.map(t, default(index[t + "?"], 1))',
    'matchesPattern("a", "(\\\\pL{1,1000}){1,1}")',
    `matchesPattern("a", "${'(a{100}){10}'.repeat(40)}")`,
    `${'!'.repeat(1_500)}true`,
    `${'-'.repeat(1_990)}1`,
    `${'('.repeat(900)}1${')'.repeat(900)}`,
    `${'['.repeat(900)}1${']'.repeat(900)}`,
    `contact${'.a'.repeat(900)}`,
    `${'1+'.repeat(900)}1`,
    `${'true?'.repeat(300)}1${':1'.repeat(300)}`,
    `${'9'.repeat(1_900)}`,
    '1e400',
    '0x' + 'f'.repeat(1_000),
    `"${'\\u0000'.repeat(300)}"`,
  ])('ends soon: %s', (source) => {
    evaluated(source);
    rendered(`{{ ${source} }}`);
    checker.expression(source, 'any');
  });
});

describe('an expression that reaches for what is not data', () => {
  it.each([
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf()',
    'empty.constructor',
    'empty["constructor"]["constructor"]("return this")()',
    'empty.__proto__',
    'empty["__proto__"]',
    'empty.toString',
    '"".constructor',
    'numbers.constructor',
    'numbers["length"]',
    'numbers.map',
    '[].__proto__.polluted',
    '{}.constructor.prototype',
    'numbers.map(constructor, constructor.constructor)[0]("x")',
    '{"__proto__": {"admin": true}}',
    'nothing.x',
    'cel.bind(x, [numbers, numbers], [x, x])',
    'google.protobuf.Timestamp',
    'type(1)',
    'b"abc"',
    '1u',
    'timestamp("2026-11-21T10:00:00Z")',
    'соnstruсtor',
    'name＝＝1',
    'globalThis.process.exit()',
    'this',
    'import("fs")',
    '`${1}`',
  ])('gets nothing: %s', (source) => {
    expect(evaluated(source)).toBeInstanceOf(Error);
    expect(rendered(`{{ ${source} }}`)).toBeInstanceOf(Error);
  });

  it('sees what objects hold themselves, whatever it is called', () => {
    expect(evaluated('contact.constructor')).toBe('own');
    expect(evaluated('has(empty.constructor)')).toBe(false);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});

describe('any input at all', () => {
  const before = globalState();
  const token = fc.constantFrom(
    ...'numbers texts big contact empty nothing now x 0 1 2.5 1e9 "a" \'b\' true null + - * / % < <= == != && || ! ? : ( ) [ ] { } . , in'.split(
      ' ',
    ),
    ...expressionFunctions.map(({ name }) => name),
    ...'constructor __proto__ .map(x, .filter(x, {{ }} \\{{ " \' \\ # // \u202e \u0000 é 🙂 ｛｛ ﹛'.split(' '),
  );
  const source = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(token, { maxLength: 40 }).map((tokens) => tokens.join(' ')),
    fc.array(token, { maxLength: 40 }).map((tokens) => tokens.join('')),
    expressions(),
  );

  it('gives plain JSON or a named error, soon', () => {
    fc.assert(
      fc.property(source, (text) => {
        evaluated(text);
        rendered(text);
        rendered(`a {{ ${text} }} b`);
        checker.expression(text, 'boolean');
        checker.template({ a: [text] });
      }),
      { numRuns: 400 },
    );
    expect(globalState()).toEqual(before);
  });

  it('gives the same twice', () => {
    fc.assert(
      fc.property(expressions(), (text) => {
        const [first, second] = [evaluated(text), evaluated(text)];
        expect(shown(second)).toEqual(shown(first));
      }),
      { numRuns: 200 },
    );
  });
});

/** Expressions that can be read, of every construct there is. */
function expressions(): fc.Arbitrary<string> {
  const { tree } = fc.letrec<{ tree: string }>((tie) => {
    const part = tie('tree');
    const calls = expressionFunctions.map(({ name }) => name);
    return {
      tree: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.constantFrom(
          'numbers',
          'texts',
          'contact.name',
          'orders[0]',
          'x',
          '1',
          '2.5',
          '"a,b"',
          'true',
          'null',
          'now',
          'missing',
        ),
        fc
          .tuple(part, fc.constantFrom('+', '-', '*', '/', '%', '<', '>=', '==', '!=', '&&', '||', 'in'), part)
          .map(([a, op, b]) => `(${a} ${op} ${b})`),
        fc
          .tuple(fc.constantFrom(...calls), fc.array(part, { minLength: 1, maxLength: 3 }))
          .map(([name, args]) => `${name}(${args.join(', ')})`),
        fc
          .tuple(part, fc.constantFrom('map', 'filter', 'all', 'exists', 'exists_one'), part)
          .map(([list, name, body]) => `${list}.${name}(x, ${body})`),
        fc.tuple(part, part, part).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
        fc.tuple(part, part).map(([a, b]) => `[${a}, ${b}]`),
        fc.tuple(part, part).map(([a, b]) => `{"a": ${a}, "b": ${b}}.a`),
        part.map((a) => `!${a}`),
      ),
    };
  });
  return tree.filter((text) => text.length < 1_000);
}

function shown(value: unknown): unknown {
  return value instanceof Error ? value.message : value;
}

function globalState(): unknown {
  return [Object.prototype, Array.prototype, String.prototype, Function.prototype, globalThis].map(
    (each) => Reflect.ownKeys(each).length,
  );
}
