import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { contractProblems, fakeContext } from '@scenarium/sdk/testing';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { server } from './server.ts';

const KEY = 'AQVN-sentinel-key';
const requests: { path: string; body: Record<string, unknown>; headers: Record<string, unknown> }[] = [];
let standIn: Server;
let config: never;
let failures: number[] = [];

/** Answers as Yandex Cloud is documented to: `Api-Key`, `gpt://` and `emb://` models, one text a call. */
beforeAll(async () => {
  standIn = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(parts).toString()) as Record<string, unknown>;
      requests.push({ path: request.url ?? '', body, headers: request.headers });
      response.setHeader('content-type', 'application/json');
      const failure = failures.shift();
      if (failure) return void response.writeHead(failure, { 'retry-after': '2' }).end('{"error":{"message":"no"}}');
      if (request.headers.authorization !== `Api-Key ${KEY}`)
        return void response.writeHead(401).end('{"error":{"message":"key"}}');
      if (request.url === '/foundationModels/v1/textEmbedding') {
        const isKnown = /^emb:\/\/folder-1\/text-search-(doc|query)\/latest$/.test(String(body['modelUri']));
        if (!isKnown || typeof body['text'] !== 'string') return void response.writeHead(400).end('{}');
        return void response.end(
          JSON.stringify({ embedding: ['0.5', String(body['text']).length], numTokens: '1', modelVersion: '1' }),
        );
      }
      const message = { role: 'assistant', content: 'Привет' };
      const usage = { prompt_tokens: 3, completion_tokens: 1, total_tokens: 4 };
      response.end(
        JSON.stringify({
          id: `id-${requests.length}`,
          object: 'chat.completion',
          created: 1,
          model: body['model'],
          choices: [{ index: 0, message, finish_reason: 'stop' }],
          usage,
        }),
      );
    });
  });
  await new Promise<void>((resolve) => standIn.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(standIn.address() as AddressInfo).port}`;
  config = server.definition.config?.parse({ baseUrl, apiKey: KEY, folder: 'folder-1' }) as never;
});
beforeEach(() => {
  requests.length = 0;
  failures = [];
});
afterAll(() => standIn.close());

it('keeps the contract of plugins', () => expect(contractProblems(server)).toEqual([]));

it('chats with the model of its folder', async () => {
  const chat = await server.models.chat?.(config, {}, fakeContext(config));
  const answer = await chat?.invoke('Здравствуйте');
  expect(answer?.text).toBe('Привет');
  expect(answer?.usage_metadata).toMatchObject({ input_tokens: 3, output_tokens: 1 });
  expect(requests[0]).toMatchObject({
    path: '/v1/chat/completions',
    body: { model: 'gpt://folder-1/yandexgpt-lite/latest' },
  });
  expect(requests[0]?.headers['x-folder-id']).toBe('folder-1');
});

it('makes vectors, of queries by another model than of passages', async () => {
  const embeddings = await server.models.embeddings?.(config, {}, fakeContext(config));
  expect(await embeddings?.embedDocuments(['а', 'аб'])).toEqual([
    [0.5, 1],
    [0.5, 2],
  ]);
  await embeddings?.embedQuery('вопрос');
  expect(requests.map(({ body }) => body['modelUri'])).toEqual([
    'emb://folder-1/text-search-doc/latest',
    'emb://folder-1/text-search-doc/latest',
    'emb://folder-1/text-search-query/latest',
  ]);
});

it.each([
  [429, { code: 'model_rate_limited', retryable: true, retryAfterMs: 2_000 }],
  [503, { code: 'model_unavailable', retryable: true }],
  [401, { code: 'model_unauthorised', retryable: false }],
])('given %s, then the host can tell what to do, and the key is not said', async (status, expected) => {
  const context = fakeContext(config);
  const embeddings = await server.models.embeddings?.(config, {}, context);
  failures = [status];
  const error = await embeddings?.embedQuery('x').catch((thrown: unknown) => thrown);
  expect(error).toMatchObject(expected);
  expect(String((error as Error).stack) + JSON.stringify(context.lines)).not.toContain(KEY);
  const chat = await server.models.chat?.(config, {}, context);
  failures = [status];
  expect(await chat?.invoke('x').catch((thrown: unknown) => thrown)).toMatchObject({ status });
});
