import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tinyModel } from '../../../plugins/llm-gguf/src/tiny-model.fixture.ts';
import { beginTalk, publish } from '../support/publish.ts';
import { startServer, type TestServer } from '../support/start-server.ts';

const models = mkdtempSync(join(tmpdir(), 'scenarium-models-'));
let server: TestServer;
let token: string;

beforeAll(async () => {
  mkdirSync(models, { recursive: true });
  writeFileSync(join(models, 'tiny.gguf'), tinyModel());
  writeFileSync(join(models, 'tiny-embed.gguf'), tinyModel({ seed: 7 }));
  server = await startServer({ DEMO: 'false', MODELS_DIR: models });
  token = await server.signIn();
  const config = { chatModel: 'tiny.gguf', embeddingModel: 'tiny-embed.gguf', threads: 1, maxTokens: 400 };
  const { status } = await server.call('POST', 'connections', {
    token,
    body: { name: 'local', plugin: 'gguf', config },
  });
  expect(status).toBe(201);
}, 60_000);
afterAll(async () => {
  await server?.stop();
  rmSync(models, { recursive: true });
});

async function agentWith(step: object): Promise<string> {
  return publish(server, token, {
    document: {
      format: 1,
      id: `agent-${Object.keys(step).length}`,
      name: 'Agent',
      locales: ['en'],
      variables: { said: { type: 'any' }, result: { type: 'any' } },
      triggers: [{ id: 'start', type: 'conversation', step: 'ask' }],
      steps: [
        { id: 'ask', type: 'ask', prompt: 'ask', saveTo: 'said' },
        { id: 'work', type: 'llm', prompt: '{{ said }}', ...step },
        { id: 'show', type: 'message', text: 'show' },
        { id: 'failed', type: 'message', text: 'failed' },
      ],
      flows: [
        { id: 'f1', from: 'ask', to: 'work' },
        { id: 'f2', from: 'ask', on: 'failed', to: 'work' },
        { id: 'f3', from: 'work', to: 'show' },
        { id: 'f4', from: 'work', on: 'error', to: 'failed' },
        { id: 'f5', from: 'show', to: 'ask' },
        { id: 'f6', from: 'failed', to: 'ask' },
      ],
      messages: { en: { ask: 'Next?', show: 'Result: {{ result }}', failed: 'Failed: {{ error.code }}' } },
    },
  });
}

describe('a local model', { timeout: 60_000 }, () => {
  it('is healthy, listed, and counted', async () => {
    expect((await server.call('POST', 'connections/local/health', { token })).body).toMatchObject({ ok: true });
    const listed = (await server.call('GET', 'connections/local/models', { token })).body;
    expect(listed.models).toEqual([
      { id: 'tiny-embed.gguf', kind: 'embeddings' },
      { id: 'tiny.gguf', kind: 'chat' },
    ]);
    const answer = await server.call('POST', 'llm/query', { token, body: { prompt: 'Hello' } });
    expect(answer.status).toBe(200);
    const { usage } = (await server.call('GET', 'models/usage', { token })).body;
    expect(usage).toContainEqual(
      expect.objectContaining({ connection: 'local', model: 'tiny.gguf', outputTokens: 400 }),
    );
  });

  it('lets the chat see an answer while it is written', async () => {
    const talk = await beginTalk(server, await agentWith({ say: true }));
    const socket = io(`${server.url}/chat`, { auth: { token: talk.token }, transports: ['websocket'], forceNew: true });
    const written: string[] = [];
    socket.on('writing', ({ text }: { text: string }) => written.push(text));
    await expect.poll(() => socket.connected).toBe(true);
    const { texts } = await talk.say('m1', 'Tell me', 30_000);
    socket.disconnect();
    expect(texts[0]?.length).toBeGreaterThan(100);
    expect(written.length).toBeGreaterThan(1);
    for (const text of written) expect(texts[0]?.startsWith(text.trim())).toBe(true);
  });

  it('fills in the fields of a step', async () => {
    const fields = { mood: { type: 'choice', values: ['good', 'bad'] } };
    const talk = await beginTalk(server, await agentWith({ fields, saveTo: 'result' }));
    expect((await talk.say('m1', 'How is it?', 30_000)).texts[0]).toMatch(/^Result: .*(good|bad)/);
  });

  it('makes vectors for the knowledge base', async () => {
    const settings = { embeddings: 'local' };
    expect((await server.call('PUT', 'models/settings', { token, body: settings })).status).toBe(200);
    const chunks = [{ content: 'Delivery takes three days' }, { content: 'Refunds within two weeks' }];
    const upsert = await server.call('POST', 'kb/upsert', { token, body: { source: 'terms', chunks } });
    expect(upsert.body).toMatchObject({ inserted: 2 });
    const { bases } = (await server.call('GET', 'knowledge/bases', { token })).body;
    const found = await server.call('POST', `knowledge/bases/${bases[0].id}/search`, {
      token,
      body: { query: 'Refunds within two weeks', mode: 'vectors', limit: 1 },
    });
    expect(JSON.stringify(found.body.results)).toContain('Refunds within two weeks');
    expect(found.body.results[0].vector.score).toBeCloseTo(1, 5);
  });

  it('refuses files of elsewhere', async () => {
    const body = { prompt: 'Hello', model: 'local:../tiny.gguf' };
    const answer = await server.call('POST', 'llm/query', { token, body });
    expect(answer.status).toBe(502);
    expect(JSON.stringify(answer.body)).toContain('model_file_refused');
  });
});
