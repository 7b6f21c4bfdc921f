import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HumanMessage, ToolMessage, type AIMessageChunk } from '@langchain/core/messages';
import { contractProblems, fakeContext } from '@scenarium/sdk/testing';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { GigaChatConfig } from './index.ts';
import { server } from './server.ts';

const KEY = 'c2VudGluZWwta2V5';
interface Body {
  messages: { role: string; content: string; function_call?: object; functions_state_id?: string }[];
  stream?: boolean;
  functions?: { name: string }[];
  function_call?: unknown;
  input?: string[];
}

let standIn: Server;
let tokens = 0;
let valid = '';
let asked: { path: string; body: Body }[] = [];
let next: 'reply' | 'function' | 'cut' | 429 | 500 = 'reply';
let config: GigaChatConfig;

/** Answers as GigaChat is documented to: tokens for a key and a scope, functions one at a time, streams that end with [DONE]. */
function handle(request: IncomingMessage, response: ServerResponse, text: string): void {
  const json = (value: object): void =>
    void response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
  if (request.url === '/oauth') {
    const isRight =
      request.headers.authorization === `Basic ${KEY}` &&
      request.headers['rquid'] &&
      text === 'scope=GIGACHAT_API_PERS';
    if (!isRight) return void response.writeHead(401).end('{}');
    tokens += 1;
    valid = `token-${tokens}`;
    return json({ access_token: valid, expires_at: Date.now() + 30 * 60_000 });
  }
  if (request.headers.authorization !== `Bearer ${valid}`) return void response.writeHead(401).end('{}');
  if (request.url === '/models') return json({ data: [{ id: 'GigaChat' }, { id: 'Embeddings' }] });
  const body = JSON.parse(text) as Body;
  asked.push({ path: request.url ?? '', body });
  if (request.url === '/embeddings')
    return json({ data: (body.input ?? []).map((one, index) => ({ index, embedding: [one.length, 1] })).reverse() });
  const isRight = body.messages.every(({ role, content }) =>
    role === 'function' ? isJson(content) : ['system', 'user', 'assistant'].includes(role),
  );
  if (!isRight) return void response.writeHead(422).end('{}');
  if (typeof next === 'number') return void response.writeHead(next, { 'retry-after': '3' }).end('{}');
  const usage = { prompt_tokens: 5, completion_tokens: 2, total_tokens: 7 };
  const call = { name: body.functions?.[0]?.name ?? '', arguments: { city: 'Омск' } };
  const message =
    next === 'function' ? { content: '', function_call: call, functions_state_id: 'state-1' } : { content: 'Раз два' };
  if (!body.stream) return json({ choices: [{ message: { role: 'assistant', ...message }, index: 0 }], usage });
  response.setHeader('content-type', 'text/event-stream');
  const send = (choices: object[], more = {}): void =>
    void response.write(`data: ${JSON.stringify({ choices, ...more })}\n\n`);
  if (next === 'function') send([{ delta: message, index: 0 }]);
  else for (const content of ['Раз ', 'два']) send([{ delta: { content }, index: 0 }]);
  if (next === 'cut') return void response.end();
  send([], { usage });
  response.end('data: [DONE]\n\n');
}

function isJson(text: string): boolean {
  try {
    return JSON.parse(text) !== undefined;
  } catch {
    return false;
  }
}

beforeAll(async () => {
  standIn = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => handle(request, response, Buffer.concat(parts).toString()));
  });
  await new Promise<void>((resolve) => standIn.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(standIn.address() as AddressInfo).port}`;
  config = server.definition.config?.parse({
    baseUrl,
    authUrl: `${baseUrl}/oauth`,
    authorizationKey: KEY,
  }) as GigaChatConfig;
});
beforeEach(() => {
  asked = [];
  next = 'reply';
});
afterAll(() => standIn.close());

const chatOf = () => server.models.chat?.(config as never, {}, fakeContext(config));

it('keeps the contract of plugins', () => expect(contractProblems(server)).toEqual([]));

it('given many calls at once, then one token; given one that was refused, then another', async () => {
  const chat = await chatOf();
  await Promise.all(Array.from({ length: 5 }, () => chat?.invoke('Привет')));
  expect(tokens).toBe(1);
  valid = 'another';
  expect((await chat?.invoke('Привет'))?.text).toBe('Раз два');
  expect(tokens).toBe(2);
});

it('streams with usage, and tells a stream that was cut from one that is over', async () => {
  const chat = await chatOf();
  const parts: string[] = [];
  let usage: AIMessageChunk['usage_metadata'];
  for await (const chunk of (await chat?.stream('Считай')) ?? []) {
    if (chunk.text) parts.push(chunk.text);
    usage = chunk.usage_metadata ?? usage;
  }
  expect(parts).toEqual(['Раз ', 'два']);
  expect(usage).toMatchObject({ input_tokens: 5, output_tokens: 2 });
  next = 'cut';
  const cut = async () => {
    for await (const _ of (await chat?.stream('Считай')) ?? []);
  };
  await expect(cut()).rejects.toThrow('broke off');
});

it.each(['invoke', 'stream'] as const)('calls a function and takes its result back (%s)', async (way) => {
  const chat = await chatOf();
  const tool = {
    type: 'function',
    function: { name: 'weather', description: 'Weather', parameters: { type: 'object', properties: {} } },
  };
  const bound = chat?.bindTools?.([tool as never]);
  next = 'function';
  const human = new HumanMessage('Погода?');
  let message: AIMessageChunk | undefined;
  if (way === 'invoke') message = await bound?.invoke([human]);
  else
    for await (const chunk of (await bound?.stream([human])) ?? []) message = message ? message.concat(chunk) : chunk;
  expect(message?.tool_calls).toMatchObject([{ id: 'state-1', name: 'weather', args: { city: 'Омск' } }]);
  next = 'reply';
  await bound?.invoke([
    human,
    message as AIMessageChunk,
    new ToolMessage({ content: 'солнечно', tool_call_id: 'state-1', name: 'weather' }),
  ]);
  expect(asked.at(-1)?.body.messages.slice(1)).toEqual([
    {
      role: 'assistant',
      content: '',
      function_call: { name: 'weather', arguments: { city: 'Омск' } },
      functions_state_id: 'state-1',
    },
    { role: 'function', name: 'weather', content: '{"result":"солнечно"}' },
  ]);
});

it('fills in records by a function that has to be called', async () => {
  next = 'function';
  const structured = (await chatOf())?.withStructuredOutput(
    { type: 'object', properties: { city: { type: 'string' } } },
    { includeRaw: true },
  );
  expect((await structured?.invoke([new HumanMessage('Где?')]))?.parsed).toEqual({ city: 'Омск' });
  expect(asked[0]?.body.function_call).toEqual({ name: 'answer' });
});

it('makes vectors in order and lists models', async () => {
  const context = fakeContext(config);
  const embeddings = await server.models.embeddings?.(config as never, {}, context);
  expect(await embeddings?.embedDocuments(['а', 'абв'])).toEqual([
    [1, 1],
    [3, 1],
  ]);
  expect(await server.listModels?.(config as never, context)).toContainEqual({ id: 'Embeddings', kind: 'embeddings' });
});

it.each([
  [429, { code: 'model_rate_limited', retryable: true, retryAfterMs: 3_000 }],
  [500, { code: 'model_unavailable', retryable: true }],
] as const)('given %s, then the host can tell what to do', async (status, expected) => {
  next = status;
  expect(await (await chatOf())?.invoke('x').catch((error: unknown) => error)).toMatchObject(expected);
});

it('given a wrong key, then it is said without the key', async () => {
  const wrong = { ...config, authorizationKey: 'd3Jvbmcta2V5' };
  const chat = await server.models.chat?.(wrong as never, {}, fakeContext(wrong));
  const error = await chat?.invoke('x').catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'model_unauthorised' });
  expect(String((error as Error).stack)).not.toContain('d3Jvbmcta2V5');
});
