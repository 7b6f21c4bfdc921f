import { defineAction, definePlugin, type HttpMethod } from '@scenarium/sdk';
import { z } from 'zod';

const METHODS = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'POST', 'PATCH'] as const satisfies HttpMethod[];

const request = defineAction({
  id: 'request',
  title: { en: 'HTTP request', ru: 'HTTP-запрос' },
  description: { en: 'Calls an HTTP API and keeps its answer', ru: 'Обращается к HTTP API и сохраняет ответ' },
  input: z.strictObject({
    method: z.enum(METHODS).default('GET'),
    url: z.url({ protocol: /^https?$/ }).max(4_000),
    headers: z
      .record(
        z.string().regex(/^[\w-]{1,100}$/),
        z
          .string()
          .max(8_000)
          .regex(/^[\t -~\u0080-\u00ff]*$/),
      )
      .default({}),
    query: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
      .default({})
      .describe('Added to the URL'),
    body: z.json().optional().describe('Sent as JSON; a text as it is'),
    timeoutMs: z.int().min(100).max(30_000).default(10_000),
    expect: z
      .array(z.int().min(100).max(599))
      .max(50)
      .optional()
      .describe('Statuses of success; 200 to 299 when absent'),
    maxBytes: z.int().min(1).max(1_000_000).default(200_000),
  }),
  output: z.object({ status: z.int(), headers: z.record(z.string(), z.string()), body: z.json() }),
  repeat: ({ method }) => (method === 'POST' || method === 'PATCH' ? 'keyed' : 'safe'),
  timeoutMs: 35_000,
  example: { method: 'GET', url: 'https://api.example.com/orders/1001', headers: { accept: 'application/json' } },
});

/** Calls HTTP APIs: the action `http.request`. */
export const http = definePlugin({
  id: 'http',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: { en: 'HTTP', ru: 'HTTP' },
  description: { en: 'Calls HTTP APIs', ru: 'Обращается к HTTP API' },
  actions: { request },
});
