import { defineAction, definePlugin } from '@scenarium/sdk';
import { z } from 'zod';

const REPEATABLE = ['GET', 'HEAD', 'PUT', 'DELETE'];

const request = defineAction({
  title: { en: 'HTTP request', ru: 'HTTP-запрос' },
  description: { en: 'Calls an HTTP API and saves its answer', ru: 'Обращается к HTTP API и сохраняет ответ' },
  input: z.strictObject({
    method: z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']).default('GET'),
    url: z.url({ protocol: /^https?$/ }).max(4_000),
    headers: z.record(z.string().regex(/^[\w-]{1,100}$/), z.string().max(8_000)).default({}),
    /** Parameters added to the address. */
    query: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
    /** Sent as JSON; a text as it is. */
    body: z.json().optional(),
    /** Statuses that count as success; 200 to 299 when absent. */
    expect: z.array(z.int().min(100).max(599)).max(50).optional(),
    timeoutMs: z.int().min(100).max(30_000).default(10_000),
  }),
  output: z.object({ status: z.int(), headers: z.record(z.string(), z.string()), body: z.json() }),
  repeat: ({ method }) => (REPEATABLE.includes(method) ? 'safe' : 'keyed'),
  timeoutMs: 60_000,
});

/** Calls HTTP APIs. */
export const http = definePlugin({
  id: 'http',
  version: '1.0.0',
  title: { en: 'HTTP', ru: 'HTTP' },
  description: { en: 'Calls HTTP APIs', ru: 'Обращается к HTTP API' },
  actions: { request },
});
