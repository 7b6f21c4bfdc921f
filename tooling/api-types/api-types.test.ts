import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeApi } from './describe-api.ts';
import { writeTypes } from './write-types.ts';

const inStudio = (name: string): string =>
  readFileSync(new URL(`../../studio/src/api/${name}`, import.meta.url), 'utf8');

describe('what the studio knows of the API', () => {
  it('is what the server says of itself now; otherwise: npm run api-types', async () => {
    const { types, table } = await writeTypes(describeApi());
    expect(inStudio('operations.d.ts')).toBe(types);
    expect(inStudio('places.ts')).toBe(table);
  });
});

describe('writeTypes', () => {
  it('given a call with parameters, body and answer, then says each of them', async () => {
    const { types, table } = await writeTypes({
      paths: {
        '/things/{id}': {
          put: {
            operationId: 'saveThing',
            parameters: [
              { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
              { name: 'dry-run', in: 'query', schema: { type: ['boolean', 'null'] } },
            ],
            requestBody: { content: { 'application/json': { schema: { enum: ['a', 1] } } } },
            responses: {
              '404': {},
              '200': {
                content: {
                  'application/json': {
                    schema: {
                      type: 'object',
                      properties: { many: { type: 'array', items: { anyOf: [{ type: 'integer' }, { const: 'x' }] } } },
                      required: ['many'],
                    },
                  },
                },
              },
            },
          },
        },
      },
    });
    expect(table).toContain("saveThing: ['PUT', '/things/{id}']");
    expect(types.replace(/\s+/g, ' ')).toContain(
      "saveThing: { params: { id: string }; query: { 'dry-run'?: boolean | null }; body: 'a' | 1; answer: { many: (number | 'x')[] }; };",
    );
  });
});
