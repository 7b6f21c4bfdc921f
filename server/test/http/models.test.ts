import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginTalk, eventually, publish } from '../support/publish.ts';
import { API_KEY, startOpenAi, type OpenAiStandIn } from '../support/stand-ins/openai.ts';
import { startServer, type TestServer } from '../support/start-server.ts';

let server: TestServer;
let provider: OpenAiStandIn;
let token: string;
/** Everything the API answered to tests of this file. */
const answered: string[] = [];

beforeAll(async () => {
  provider = await startOpenAi();
  const started = await startServer({ DEMO: 'false', EGRESS_ALLOW: new URL(provider.url).host });
  server = {
    ...started,
    async call(...args) {
      const answer = await started.call(...args);
      answered.push(JSON.stringify(answer.body));
      return answer;
    },
  };
  token = await server.signIn();
  const config = {
    baseUrl: provider.url,
    apiKey: API_KEY,
    chatModel: 'small',
    embeddingModel: 'embed-1',
    prices: { inputPerMillion: 10, outputPerMillion: 50 },
  };
  const { status } = await server.call('POST', 'connections', {
    token,
    body: { name: 'main', plugin: 'openai', config },
  });
  expect(status).toBe(201);
}, 60_000);
afterAll(async () => {
  await server?.stop();
  await provider?.stop();
});

let count = 0;

/** An agent whose one step takes every message and goes back to asking; each of the step's exits says its name. */
async function agentWith(step: object, exits: string[] = []): Promise<string> {
  count += 1;
  const document = {
    format: 1,
    id: `agent-${count}`,
    name: 'Agent',
    locales: ['en'],
    variables: { said: { type: 'any' }, result: { type: 'any' } },
    triggers: [{ id: 'start', type: 'conversation', step: 'ask' }],
    steps: [
      { id: 'ask', type: 'ask', prompt: 'ask', saveTo: 'said' },
      { id: 'work', ...step },
      { id: 'show', type: 'message', text: 'show' },
      { id: 'failed', type: 'message', text: 'failed' },
      ...exits.map((_, i) => ({ id: `exit-${i}`, type: 'message', text: `exit-${i}` })),
    ],
    flows: [
      { id: 'f1', from: 'ask', to: 'work' },
      { id: 'f2', from: 'ask', on: 'failed', to: 'work' },
      ...(exits.length === 0 ? [{ id: 'f3', from: 'work', to: 'show' }] : [{ id: 'f3', from: 'failed', to: 'show' }]),
      { id: 'f4', from: 'work', on: 'error', to: 'failed' },
      { id: 'f5', from: 'show', to: 'ask' },
      ...(exits.length === 0 ? [{ id: 'f6', from: 'failed', to: 'ask' }] : []),
      ...exits.flatMap((exit, i) => [
        { id: `x${i}`, from: 'work', on: exit, to: `exit-${i}` },
        { id: `y${i}`, from: `exit-${i}`, to: 'ask' },
      ]),
    ],
    messages: {
      en: {
        ask: 'Next?',
        show: 'Result: {{ result }}',
        failed: 'Failed: {{ error.code }}',
        ...Object.fromEntries(exits.map((exit, i) => [`exit-${i}`, `Left by ${exit}`])),
      },
    },
  };
  return publish(server, token, { document });
}

async function askOnce(
  agent: string,
  text: string,
  wait = 20_000,
): Promise<{ texts: string[]; talk: Awaited<ReturnType<typeof beginTalk>> }> {
  const talk = await beginTalk(server, agent);
  return { texts: (await talk.say('m1', text, wait)).texts, talk };
}

describe('a model', { timeout: 60_000 }, () => {
  it('given a text that is said, then the client sees it grow before it is there', async () => {
    const agent = await agentWith({ type: 'llm', prompt: '{{ said }}', say: true, instructions: 'Be short' });
    const talk = await beginTalk(server, agent);
    const socket = io(`${server.url}/chat`, { auth: { token: talk.token }, transports: ['websocket'], forceNew: true });
    const written: string[] = [];
    const frames: string[] = [];
    socket.on('writing', ({ text }: { text: string }) => written.push(text));
    socket.onAny((_name, payload) => frames.push(JSON.stringify(payload)));
    await expect.poll(() => socket.connected).toBe(true);
    provider.next({ reply: 'One two three four five', delayMs: 30 });
    const { texts } = await talk.say('m1', 'Count', 20_000);
    socket.disconnect();
    expect(texts[0]).toBe('One two three four five');
    expect(written.length).toBeGreaterThan(2);
    for (const [i, text] of written.entries()) expect(text.startsWith(written[i - 1] ?? '')).toBe(true);
    expect(frames.join()).not.toContain(API_KEY);
    expect(provider.requests.at(-1)?.body.messages?.map(({ role }) => role)).toEqual(['system', 'user']);
  });

  it('given fields, then the answer is a record of them; one of another shape is asked for again, then fails', async () => {
    const fields = { city: { type: 'text' }, people: { type: 'number' }, size: { type: 'choice', values: ['s', 'l'] } };
    const agent = await agentWith({ type: 'llm', prompt: '{{ said }}', fields, saveTo: 'result' });
    provider.next({ record: { city: 'Paris', people: 2, size: 's' } });
    const { texts } = await askOnce(agent, 'Two of us, Paris');
    expect(texts[0]).toContain('Paris');
    expect(provider.requests.at(-1)?.body.response_format?.type).toBe('json_schema');
    provider.next({ record: { city: 'Paris' } }, { record: { city: 'Rome', people: 1, size: 'l' } });
    expect((await askOnce(agent, 'Rome')).texts[0]).toContain('Rome');
    provider.next({ record: { city: 1 } }, { record: { size: 'huge' } });
    expect((await askOnce(agent, 'Oslo')).texts[0]).toBe('Failed: model_answer_invalid');
  });

  it('given 429 with Retry-After, then it is asked again after that time', async () => {
    const agent = await agentWith({ type: 'llm', prompt: '{{ said }}', say: true });
    provider.next({ status: 429, retryAfter: 1 }, { reply: 'Here I am' });
    const begin = Date.now();
    expect((await askOnce(agent, 'Hello')).texts[0]).toBe('Here I am');
    expect(Date.now() - begin).toBeGreaterThanOrEqual(1_000);
  });

  it.each([
    ['a stream that is cut at 40 %', { cut: 'one two three four five six seven eight nine ten', after: 20 }],
    ['garbage', { garbage: true }],
    ['nothing', { nothing: true }],
  ] as const)('given %s, then it is asked again, and what is said is whole', async (_, behaviour) => {
    const agent = await agentWith({ type: 'llm', prompt: '{{ said }}', say: true });
    provider.next('nothing' in behaviour ? { reply: '' } : behaviour, { reply: 'The whole answer' });
    const { texts, talk } = await askOnce(agent, 'Hello');
    expect(texts[0]).toBe('The whole answer');
    expect((await talk.heard()).filter((text) => text.includes('one two'))).toEqual([]);
  });

  it('given a stream that is cut every time, then an error comes and no part of the answer', async () => {
    const agent = await agentWith({ type: 'llm', prompt: '{{ said }}', say: true });
    const cut = { cut: 'one two three four five six seven eight', after: 12 };
    provider.next(cut, cut, cut, cut);
    const { texts, talk } = await askOnce(agent, 'Hello');
    expect(texts[0]).toBe('Failed: model_unavailable');
    expect((await talk.heard()).join()).not.toContain('one two');
  });

  it('given silence, then the step ends at its deadline and the connection is closed', async () => {
    const agent = await agentWith({ type: 'llm', prompt: '{{ said }}', say: true, timeout: '1s' });
    // Circuits are opened by failures in a row: one good answer closes the count.
    provider.next({ reply: 'fine' }, { silence: true });
    const talk = await beginTalk(server, agent);
    await talk.say('m0', 'Hello', 10_000);
    const aborted = provider.aborted();
    expect((await talk.say('m1', 'Hello', 20_000)).texts[0]).toBe('Failed: model_timed_out');
    await expect.poll(() => provider.aborted()).toBeGreaterThan(aborted);
  });

  it('given a wrong key, then it is said without the key', async () => {
    const config = { baseUrl: provider.url, apiKey: 'sk-wrong-key-9', chatModel: 'small' };
    await server.call('POST', 'connections', { token, body: { name: 'wrong', plugin: 'openai', config } });
    const health = await server.call('POST', 'connections/wrong/health', { token });
    expect(health.body).toMatchObject({ ok: false, code: 'model_unauthorised' });
    const answer = await server.call('POST', 'llm/query', { token, body: { prompt: 'Hi', model: 'wrong' } });
    expect(answer.status).toBe(502);
    expect(JSON.stringify([health.body, answer.body])).not.toContain('sk-wrong-key-9');
    await server.call('DELETE', 'connections/wrong', { token });
    expect((await server.call('POST', 'connections/main/health', { token })).body.ok).toBe(true);
    const { models } = (await server.call('GET', 'connections/main/models', { token })).body;
    expect(models).toContainEqual({ id: 'embed-1', kind: 'embeddings' });
  });

  it('given an agent with a model of its own, then it answers where a step names none', async () => {
    const agent = await agentWith({ type: 'llm', prompt: '{{ said }}', saveTo: 'result' });
    const asked = (): string | undefined => provider.requests.at(-1)?.body.model;
    await server.call('PATCH', `agents/${agent}`, { token, body: { model: 'main:large' } });
    provider.next({ reply: 'Hi' });
    await eventually(
      async () => (await askOnce(agent, 'Hello')).texts[0],
      (text) => text === 'Result: Hi',
    );
    expect(asked()).toBe('large');
    const named = await agentWith({ type: 'llm', prompt: '{{ said }}', model: 'main:tiny', saveTo: 'result' });
    await server.call('PATCH', `agents/${named}`, { token, body: { model: 'main:large' } });
    provider.next({ reply: 'Hi' });
    await askOnce(named, 'Hello');
    expect(asked()).toBe('tiny');
    const wrong = await server.call('PATCH', `agents/${agent}`, { token, body: { model: 'Main large' } });
    expect(wrong.status).toBe(400);
  });

  it('classifies, by a model and by examples', async () => {
    const intents = [
      { id: 'order', examples: ['where is my order', 'track my parcel', 'где мой заказ'] },
      { id: 'refund', examples: ['I want my money back', 'refund please', 'верните деньги'] },
    ];
    const exits = ['intent:order', 'intent:refund', 'other'];
    const byExamples = await agentWith({ type: 'classify', intents, by: 'examples' }, exits);
    const talk = await beginTalk(server, byExamples);
    const expected = [
      ['could you track the parcel', 'Left by intent:order'],
      ['Money back!', 'Left by intent:refund'],
      ['Где заказ', 'Left by intent:order'],
      ['what a lovely day', 'Left by other'],
    ];
    for (const [i, [text = '', left]] of expected.entries())
      expect((await talk.say(`m${i}`, text, 10_000)).texts[0]).toBe(left);
    const byModel = await agentWith({ type: 'classify', intents, by: 'model' }, exits);
    provider.next({ record: { intent: 'refund', confidence: 0.9 } });
    expect((await askOnce(byModel, 'hm')).texts[0]).toBe('Left by intent:refund');
    provider.next({ record: { intent: 'refund', confidence: 0.2 } });
    expect((await askOnce(byModel, 'hm')).texts[0]).toBe('Left by other');
  });

  it('checks answers, and accepts them where nobody can', async () => {
    const agent = await publish(server, token, {
      document: {
        format: 1,
        id: 'checked',
        name: 'Checked',
        locales: ['en'],
        variables: { city: { type: 'text' } },
        triggers: [{ id: 'start', type: 'conversation', step: 'ask' }],
        steps: [
          {
            id: 'ask',
            type: 'ask',
            prompt: 'ask',
            reprompt: 'again',
            saveTo: 'city',
            check: { criterion: 'names a city' },
          },
          { id: 'thank', type: 'message', text: 'thank' },
        ],
        flows: [
          { id: 'f1', from: 'ask', to: 'thank' },
          { id: 'f2', from: 'ask', on: 'failed', to: 'thank' },
          { id: 'f3', from: 'thank', to: 'ask' },
        ],
        messages: { en: { ask: 'Where?', again: 'Which city?', thank: 'So {{ city }}' } },
      },
    });
    provider.next({ record: { valid: false, reason: 'no city' } }, { record: { valid: true, reason: 'a city' } });
    const { texts, talk } = await askOnce(agent, 'blue');
    expect(texts).toEqual(['Which city?']);
    expect((await talk.say('m2', 'Paris', 10_000)).texts[0]).toBe('So Paris');
    provider.next({ status: 400 });
    expect((await talk.say('m3', 'Rome', 10_000)).texts[0]).toBe('So Rome');
  });
});

describe('an agent with tools', { timeout: 60_000 }, () => {
  const tools = [
    { action: 'http.request', bind: { url: '{{ "http://127.0.0.1:1/" }}', method: 'GET', timeoutMs: '{{ 500 }}' } },
  ];

  it('given a tool that fails, then the model is told and answers', async () => {
    const agent = await agentWith({ type: 'agent', instructions: 'Help', tools, saveTo: 'result' });
    provider.next(
      { call: { name: 'http__request', arguments: { url: 'http://evil.example/', query: { a: 1 } } } },
      { reply: 'It did not work' },
    );
    const { texts } = await askOnce(agent, 'Fetch it');
    expect(texts[0]).toBe('It did not work');
    const { body } = provider.requests.at(-1) ?? {};
    const offered = JSON.stringify(body?.tools);
    expect(offered).not.toContain('"url"');
    const told = body?.messages?.at(-1);
    expect(told?.role).toBe('tool');
    // The address is the scenario's, whatever the model says.
    expect(String(told?.content)).toContain('127.0.0.1');
  });

  it('given a tool that must be confirmed, then nothing happens before the end user agrees', async () => {
    const agent = await agentWith({ type: 'agent', instructions: 'Help', tools: [{ ...tools[0], confirm: true }] });
    provider.next({ call: { name: 'http__request', arguments: {} } });
    const { texts, talk } = await askOnce(agent, 'Do it');
    expect(texts[0]).toContain('Shall I do this?');
    const before = provider.requests.length;
    provider.next({ reply: 'Then not' });
    expect((await talk.say('m2', 'No', 20_000)).texts[0]).toBe('Then not');
    expect(String(provider.requests.at(-1)?.body.messages?.at(-1)?.content)).toContain('refused');
    expect(provider.requests.length).toBe(before + 1);
  });

  it('given a model that calls for ever, then the step ends at its limit', async () => {
    const agent = await agentWith({ type: 'agent', instructions: 'Help', tools, limits: { rounds: 2, time: '1m' } });
    provider.next({ call: { name: 'made_up', arguments: {} } }, { call: { name: 'made_up', arguments: {} } });
    expect((await askOnce(agent, 'Go')).texts[0]).toBe('Failed: agent_limit');
  });
});

describe('a budget', { timeout: 60_000 }, () => {
  it('warns at 80 %, and then takes the cheaper model, or says that it is used up', async () => {
    const agent = await agentWith({ type: 'llm', prompt: '{{ said }}', say: true });
    const { usage } = (await server.call('GET', 'models/usage', { token })).body;
    const used = usage.reduce((sum: number, one: { cost: number }) => sum + one.cost, 0);
    expect(used).toBeGreaterThan(0);
    // One call costs 100 × 10 + 20 × 50 millionths.
    const settings = {
      chat: null,
      embeddings: null,
      cheaper: 'main:large',
      budget: { cost: used + 0.0021, tokens: null },
    };
    await server.call('PUT', 'models/settings', { token, body: settings });
    await askOnce(agent, 'First');
    expect(provider.requests.at(-1)?.body.model).toBe('small');
    await askOnce(agent, 'Second');
    await askOnce(agent, 'Third');
    expect(provider.requests.at(-1)?.body.model).toBe('large');
    const log = readdirSync(join(server.folder, 'logs')).filter((name) => name.startsWith('events'));
    await eventually(
      async () => log.map((name) => readFileSync(join(server.folder, 'logs', name), 'utf8')).join(),
      (text) => text.includes('budget.warning'),
    );
    await server.call('PUT', 'models/settings', { token, body: { ...settings, cheaper: null } });
    expect((await askOnce(agent, 'Fourth')).texts[0]).toBe('Failed: budget_exhausted');
    await server.call('PUT', 'models/settings', { token, body: {} });
  });
});

describe('secrets', () => {
  it('are nowhere: not in answers, logs, prompts, or the database', async () => {
    const listed = await server.call('GET', 'connections', { token });
    expect(listed.body.connections[0].secrets).toEqual(['apiKey']);
    expect(answered.join()).not.toContain(API_KEY);
    expect(JSON.stringify(provider.requests.map(({ body }) => body))).not.toContain(API_KEY);
    const logs = join(server.folder, 'logs');
    for (const name of readdirSync(logs)) expect(readFileSync(join(logs, name), 'utf8')).not.toContain(API_KEY);
    const files = readdirSync(join(server.folder, 'mongo'), { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    );
    for (const { parentPath, name } of files)
      expect(readFileSync(join(parentPath, name)).includes(API_KEY)).toBe(false);
  });
});
