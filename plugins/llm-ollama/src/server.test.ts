import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { contractProblems, fakeContext } from '@scenarium/sdk/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { server } from './server.ts';

/** Answers as Ollama is documented to: streams of JSON lines, `/api/embed`, `/api/tags`. */
const requests: { path: string; body: Record<string, unknown> }[] = [];
let standIn: Server;
let config: never;

beforeAll(async () => {
  standIn = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const path = request.url ?? '';
      const body = parts.length > 0 ? (JSON.parse(Buffer.concat(parts).toString()) as Record<string, unknown>) : {};
      requests.push({ path, body });
      const json = (value: object): void =>
        void response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
      if (path === '/api/tags') return json({ models: [{ name: 'llama3.1:8b' }, { name: 'nomic-embed-text:latest' }] });
      if (path === '/api/embed')
        return json({ embeddings: (body['input'] as string[]).map((text) => [text.length, 1]) });
      if (body['model'] !== 'llama3.1:8b')
        return void response.writeHead(404).end(JSON.stringify({ error: 'model not found' }));
      response.setHeader('content-type', 'application/x-ndjson');
      for (const content of ['One ', 'two'])
        response.write(`${JSON.stringify({ message: { role: 'assistant', content }, done: false })}\n`);
      const usage = { prompt_eval_count: 7, eval_count: 2 };
      response.end(
        `${JSON.stringify({ message: { role: 'assistant', content: '' }, done: true, done_reason: 'stop', ...usage })}\n`,
      );
    });
  });
  await new Promise<void>((resolve) => standIn.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(standIn.address() as AddressInfo).port}`;
  config = server.definition.config?.parse({ baseUrl }) as never;
});
afterAll(() => standIn.close());

it('keeps the contract of plugins', () => expect(contractProblems(server)).toEqual([]));

it('streams a chat with its usage', async () => {
  const chat = await server.models.chat?.(config, { temperature: 0.1, maxTokens: 9 }, fakeContext(config));
  const parts: string[] = [];
  for await (const chunk of (await chat?.stream('Count')) ?? []) parts.push(chunk.text);
  expect(parts.join('')).toBe('One two');
  expect(parts.length).toBeGreaterThan(1);
  expect(requests.at(-1)?.body).toMatchObject({
    model: 'llama3.1:8b',
    options: { temperature: 0.1, num_predict: 9, num_ctx: 8_192 },
  });
  const whole = await chat?.invoke('Count');
  expect(whole?.usage_metadata).toMatchObject({ input_tokens: 7, output_tokens: 2 });
});

it('makes vectors and lists models', async () => {
  const context = fakeContext(config);
  const embeddings = await server.models.embeddings?.(config, {}, context);
  expect(await embeddings?.embedDocuments(['ab', 'abc'])).toEqual([
    [2, 1],
    [3, 1],
  ]);
  expect(await server.listModels?.(config, context)).toEqual([
    { id: 'llama3.1:8b', kind: 'chat' },
    { id: 'nomic-embed-text:latest', kind: 'embeddings' },
  ]);
  await server.healthcheck?.(context as never);
});

it('given a model that is not there, then the error tells', async () => {
  const chat = await server.models.chat?.(config, { model: 'nowhere' }, fakeContext(config));
  await expect(chat?.invoke('Hi')).rejects.toThrow(/not found/);
});
