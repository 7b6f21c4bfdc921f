import { expect, test } from 'vitest';
import { fieldsOf } from '../../plugins/fields-of.ts';
import { fixedKind } from './fixed-kind.ts';

test('given the schema of an action, then each field is put in as its type and hints want it', () => {
  const schema = {
    type: 'object',
    required: ['url', 'method'],
    properties: {
      url: { type: 'string', 'x-title': { en: 'Address' } },
      method: { type: 'string', enum: ['GET', 'POST'], default: 'GET' },
      body: { type: 'string', 'x-widget': 'code' },
      timeoutMs: { type: 'integer' },
      follow: { type: 'boolean', 'x-advanced': true },
      headers: { type: 'object', additionalProperties: { type: 'string' } },
      ids: { anyOf: [{ type: 'string' }, { type: 'array' }] },
    },
  };
  const fields = fieldsOf(schema);
  expect(Object.fromEntries(fields.map((field) => [field.name, fixedKind(field)]))).toEqual({
    url: 'text',
    method: 'choice',
    body: 'text',
    timeoutMs: 'number',
    follow: 'boolean',
    headers: 'json',
    ids: 'json',
  });
  expect(fields.filter(({ required }) => required).map(({ name }) => name)).toEqual(['url']);
  expect(fields.filter(({ advanced }) => advanced).map(({ name }) => name)).toEqual(['follow']);
});
