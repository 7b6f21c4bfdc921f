import { expect, it } from 'vitest';
import { toGrammarSchema, withoutNulls, type JsonSchema } from './grammar-schema.ts';

const NULL = { type: 'null' };

it.each<[string, JsonSchema, object]>([
  [
    'optional fields, which may be null',
    { type: 'object', properties: { a: { type: 'string' }, b: { type: 'number' } }, required: ['a'] },
    {
      type: 'object',
      properties: { a: { type: 'string' }, b: { oneOf: [{ type: 'number' }, NULL] } },
      additionalProperties: false,
    },
  ],
  [
    'anyOf',
    { anyOf: [{ type: 'string' }, NULL], description: 'Name' },
    { oneOf: [{ type: 'string' }, NULL], description: 'Name' },
  ],
  [
    'patterns and long counts, which go',
    { type: 'string', pattern: '^a', minLength: 1, maxLength: 9_000 },
    { type: 'string', minLength: 1 },
  ],
  ['dates', { type: 'string', format: 'date', pattern: '^\\d' }, { type: 'string', format: 'date' }],
  [
    'lists',
    { type: 'array', items: { enum: ['s', 'l'] }, maxItems: 3 },
    { type: 'array', items: { enum: ['s', 'l'] }, maxItems: 3 },
  ],
  [
    'definitions',
    { $ref: '#/$defs/size', $defs: { size: { const: 's' } } },
    { $ref: '#/$defs/size', $defs: { size: { const: 's' } } },
  ],
  [
    'records of any keys',
    { type: 'object', additionalProperties: { type: 'string', pattern: 'a' } },
    { type: 'object', properties: {}, additionalProperties: { type: 'string' } },
  ],
  ['anything', {}, { type: ['string', 'number', 'boolean', 'null'] }],
])('says %s', (_, schema, expected) => expect(toGrammarSchema(schema)).toEqual(expected));

it('takes out the nulls that stand for what is absent, and leaves those that were asked for', () => {
  const inner: JsonSchema = { type: 'object', properties: { x: { type: 'string' } } };
  const schema: JsonSchema = {
    type: 'object',
    properties: { a: inner, b: { type: 'array', items: inner }, c: { anyOf: [{ type: 'string' }, NULL] } },
    required: ['a', 'c'],
  };
  expect(withoutNulls(schema, { a: { x: null }, b: [{ x: null }, { x: '1' }], c: null })).toEqual({
    a: {},
    b: [{}, { x: '1' }],
    c: null,
  });
  expect(withoutNulls(schema, { a: { x: '1' }, b: null, c: 'c' })).toEqual({ a: { x: '1' }, c: 'c' });
  expect(withoutNulls(schema, null)).toBe(null);
});
