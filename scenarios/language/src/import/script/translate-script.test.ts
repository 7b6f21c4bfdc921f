import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../expressions/compile-expression.ts';
import type { Term } from './term.ts';
import { translateScript } from './translate-script.ts';

const names = new Map<string, Term>([
  ['score', { source: 'score', kind: 'number', isVariable: true }],
  ['name', { source: 'name', kind: 'text', isVariable: true }],
  ['tags', { source: 'tags', kind: 'list', isVariable: true }],
  ['data', { source: 'answer.body', kind: 'any' }],
]);
const values = { score: 7, name: 'Anna', tags: ['a', 'b'], answer: { body: { items: [{ n: 1 }, { n: 2 }] } } };
const translate = (script: string) => translateScript(script, (name) => names.get(name));

describe('a script of another product', () => {
  it.for<[string, unknown]>([
    ['score + 5', 12],
    ['(score - 1) * 2 / 4 % 2', 1],
    ['"Dear " + name', 'Dear Anna'],
    ['`${name}: ${score}`', 'Anna: 7'],
    ['score > 5 ? "high" : "low"', 'high'],
    ['name.toUpperCase().startsWith("AN") && !(score === 8)', true],
    ['tags.includes("b")', true],
    ['tags.join("-")', 'a-b'],
    ['tags.length', 2],
    ['data.items.map(item => item.n)', [1, 2]],
    ['data.items.filter((item) => item.n > 1).length', 1],
    ['data.items[0].n', 1],
    ['Math.max(Math.round(2.6), score)', 7],
    ['parseInt("12.9") + Number("1")', 13],
    ['name.replaceAll("n", "m")', 'Amma'],
    ['return score;', 7],
    ['[score, name]', [7, 'Anna']],
  ])('given %s, then the expression gives the same', ([script, expected]) => {
    const translated = translate(script);
    expect(translated.kind).toBe('expression');
    const source = translated.kind === 'expression' ? translated.source : '';
    expect(compileExpression(source, 'UTC')(values as never)).toEqual(expected);
  });

  it.for([
    'fetch("https://example.com")',
    'const a = 1; return a',
    'name.constructor',
    'score++',
    'new Date()',
    'tags.map(function (x) { return x })',
  ])('given %s, then it is code that no expression can say', (script) =>
    expect(translate(script)).toEqual({ kind: 'code' }),
  );

  it.for(['Hello there', 'Promoter', 'example.com', 'https://example.com/a', 'well-known', ''])(
    'given “%s”, then it is words',
    (script) => expect(translate(script)).toEqual({ kind: 'text' }),
  );
});
