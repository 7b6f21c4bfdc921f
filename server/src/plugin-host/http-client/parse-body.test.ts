import { expect, it } from 'vitest';
import { parseBody } from './parse-body.ts';

it.each([
  ['{"a":[1,null]}', 'application/json', { a: [1, null] }],
  ['{"a":1}', 'application/json; charset=utf-8', { a: 1 }],
  ['{"a":1}', 'Application/Problem+JSON', { a: 1 }],
  ['{"a":1}', 'text/plain', '{"a":1}'],
  ['{"a":1}', undefined, '{"a":1}'],
  ['{"a":1}', 'text/json-ish', '{"a":1}'],
  ['{"a":', 'application/json', '{"a":'],
  ['', 'application/json', ''],
  ['\uFEFF[1]', 'application/json', [1]],
  ['{"a":{"__proto__":{"x":1},"b":1},"__proto__":2}', 'application/json', { a: { b: 1 } }],
])('given %s as %s, then the value is as expected', (text, type, expected) => {
  const parsed = parseBody(Buffer.from(text), type);
  expect(JSON.stringify(parsed)).toBe(JSON.stringify(expected));
  expect(({} as { x?: number }).x).toBeUndefined();
});

it('given another charset, then it is read; an unknown one is read as UTF-8', () => {
  const windows = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);
  expect(parseBody(windows, 'text/html; charset="windows-1251"')).toBe('Привет');
  expect(parseBody(Buffer.from('Привет'), 'text/html; charset=klingon')).toBe('Привет');
});

it('given a million brackets, then they stay text', () => {
  const text = '['.repeat(1_000_000) + ']'.repeat(1_000_000);
  expect(parseBody(Buffer.from(text), 'application/json')).toBe(text);
});
