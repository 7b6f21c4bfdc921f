import type { ActionContext, HttpRequest, HttpResponse } from '@scenarium/sdk';
import { expect, it } from 'vitest';
import { http } from './index.ts';
import { server } from './server.ts';

/** Runs the action against an answer; what was asked of the client comes back too. */
async function run(given: object, answer: Partial<HttpResponse> = {}) {
  const asked: HttpRequest[] = [];
  const request = async (wanted: HttpRequest): Promise<HttpResponse> => {
    asked.push(wanted);
    return { status: 200, headers: {}, body: '', url: wanted.url, durationMs: 1, ...answer };
  };
  const context: ActionContext<never> = {
    http: { request },
    fetch,
    config: undefined as never,
    progress: () => undefined,
    saveSecrets: async () => undefined,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    signal: new AbortController().signal,
    idempotencyKey: 'effect-1',
    conversation: { id: 'c1', tenant: 't1', agent: 'a1', locale: 'en' },
  };
  const input = http.actions.request.input.parse({ url: 'https://api.example.com/orders', ...given });
  return { output: await server.actions['request']?.(input as never, context), asked };
}

it('given only a URL, then a GET with the defaults', async () => {
  const { output, asked } = await run({}, { headers: { 'set-cookie': 'a=b', etag: '1' }, body: [1] });
  const url = 'https://api.example.com/orders';
  expect(asked).toEqual([{ method: 'GET', url, headers: {}, query: {}, timeoutMs: 10_000, maxBytes: 200_000 }]);
  expect(output).toEqual({ status: 200, headers: { etag: '1' }, body: [1] });
});

it.each([
  ['POST', 'keyed'],
  ['PATCH', 'keyed'],
  ['GET', 'safe'],
  ['HEAD', 'safe'],
  ['PUT', 'safe'],
  ['DELETE', 'safe'],
  ['OPTIONS', 'safe'],
])('given %s, then it is %s and sends the key accordingly', async (method, repeat) => {
  const { asked } = await run({ method, body: { a: 1 } });
  expect(asked[0]?.headers).toEqual(repeat === 'keyed' ? { 'idempotency-key': 'effect-1' } : {});
  const decide = http.actions.request.repeat as (input: object) => string;
  expect(decide({ method })).toBe(repeat);
});

it('given a status that is not expected, then http_status names host and status, never path and query', async () => {
  const call = run(
    { url: 'https://api.example.com/bot-hidden?key=hidden' },
    { status: 422, body: { error: 'no such order' } },
  );
  await expect(call).rejects.toMatchObject({
    code: 'http_status',
    message: 'api.example.com answered 422: {"error":"no such order"}',
    retryable: false,
  });
});
