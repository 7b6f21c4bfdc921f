import { Binary } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createQdrantVectors } from '../../src/features/knowledge/index.ts';
import { createHttpClient } from '../../src/plugin-host/index.ts';
import { connectMongo } from '../../src/platform/mongo/connect.ts';
import { eventually } from '../support/publish.ts';
import { QDRANT_KEY, startQdrant, type QdrantStandIn } from '../support/stand-ins/qdrant.ts';
import { startEngine, type TestEngine } from '../support/start-engine.ts';
import { startServer, type TestServer } from '../support/start-server.ts';

const NOTES = ['Fridges are delivered within one day.', 'The bonus expires after a year.', 'Returns take two weeks.'];
const MARK = Float32Array.from({ length: 256 }, (_, i) => (i === 7 ? 1 : 0));

let engine: TestEngine;
let qdrant: QdrantStandIn;
let server: TestServer;
let token: string;

async function start(env: Record<string, string>): Promise<void> {
  const mongo = { MONGODB_URI: engine.uri.replace('/?', '/vectors?'), SECRET_KEY: 'kZ8v2mQ1xW7rT4yU9pL3sD6fG0hJ5nB8' };
  server = await startServer({ DEMO: 'false', ...mongo, ...env });
  token = await server.signIn();
}
const withQdrant = () => start({ QDRANT_URL: qdrant.url, QDRANT_API_KEY: QDRANT_KEY });
const post = async (path: string, body: object) => (await server.call('POST', path, { token, body })).body;
const points = () => [...(qdrant.collections.get('scenarium-chunks-256')?.points.values() ?? [])];
const searchBy = async (mode: string, query: string, more = {}) =>
  (await post('knowledge/bases/main/search', { query, mode, ...more })).results as {
    chunk: string;
    vector?: { place: number; score: number };
  }[];

beforeAll(async () => {
  engine = await startEngine();
  qdrant = await startQdrant();
}, 60_000);
afterAll(async () => {
  await server?.stop();
  await qdrant?.stop();
  await engine?.stop();
});

describe('a server with Qdrant', { timeout: 40_000 }, () => {
  it('given vectors of before, then they are sent as they are: nothing is embedded anew', async () => {
    await start({});
    await post('connections', { name: 'vectors', plugin: 'mock-llm', config: {} });
    const settings = { chat: null, embeddings: 'vectors', cheaper: null, budget: { cost: null, tokens: null } };
    expect((await server.call('PUT', 'models/settings', { token, body: settings })).status).toBe(200);
    await post('kb/upsert', { source: 'notes', chunks: NOTES.map((content) => ({ content })) });
    expect((await server.call('GET', '/health')).body).toMatchObject({ status: 'ok', vectors: 'memory' });
    const [near] = await searchBy('vectors', 'fridges delivered');
    expect(near).toMatchObject({ chunk: NOTES[0], vector: { place: 1 } });
    await server.stop();
    const mongo = await connectMongo(engine.uri, 'vectors');
    const vector = new Binary(Buffer.from(MARK.buffer));
    await mongo.db.collection('chunks').updateOne({ text: NOTES[2] as string }, { $set: { vector } });
    await mongo.close();

    await withQdrant();
    await eventually(
      async () => points(),
      (all) => all.length === NOTES.length,
    );
    expect(points().find(({ vector: [...sent] }) => sent[7] === 1 && sent[8] === 0)).toBeDefined();
    expect((await server.call('GET', '/health')).body).toMatchObject({ vectors: 'qdrant' });
    const { indexes } = qdrant.collections.get('scenarium-chunks-256') ?? {};
    expect([...(indexes?.keys() ?? [])]).toEqual(['tenant', 'base', 'version', 'source']);
  });

  it('searches there, by organisation and base alone', async () => {
    const found = await searchBy('vectors', 'fridges delivered');
    expect(found[0]).toMatchObject({ chunk: NOTES[0], vector: { place: 1 } });
    expect(await searchBy('vectors', 'fridges delivered', { sources: ['nothing'] })).toEqual([]);
    expect(await searchBy('vectors', 'fridges delivered', { sources: ['notes'] })).toHaveLength(NOTES.length);
    const filtered = qdrant.requests.filter(({ path }) => /points\/(query|delete|count)/.test(path));
    expect(filtered.length).toBeGreaterThan(3);
    for (const { body } of filtered) {
      const { must } = (body as { filter: { must: { key: string; match: { value?: string } }[] } }).filter;
      for (const key of ['tenant', 'base'])
        expect(must.filter((one) => one.key === key && typeof one.match.value === 'string')).toHaveLength(1);
    }
  });

  it('given a passage more and a document less, then so it is there', async () => {
    await post('kb/upsert', { source: 'extra', chunks: [{ content: 'Parking costs nothing.' }] });
    await eventually(
      async () => points(),
      (all) => all.length === NOTES.length + 1,
    );
    const { documents } = (await server.call('GET', 'knowledge/bases/main/documents', { token })).body;
    const extra = documents.find(({ source }: { source: string }) => source === 'extra');
    await server.call('DELETE', `knowledge/bases/main/documents/${extra.id}`, { token });
    await eventually(
      async () => points(),
      (all) => all.length === NOTES.length,
    );
    expect(points().map(({ payload }) => payload['source'])).toEqual(['notes', 'notes', 'notes']);
  });

  it('given a restart, then what is there is not sent again', async () => {
    const sent = () =>
      qdrant.requests.filter(({ method, path }) => method === 'PUT' && path.includes('/points')).length;
    const before = sent();
    await server.stop();
    await withQdrant();
    expect(await searchBy('vectors', 'bonus')).toHaveLength(NOTES.length);
    expect(sent()).toBe(before);
  });

  it('given Qdrant is away, then words are still found, health says so, and later vectors follow', async () => {
    qdrant.goAway(true);
    await post('kb/upsert', { source: 'late', chunks: [{ content: 'Gift cards are sold at the desk.' }] });
    expect((await searchBy('hybrid', 'gift cards'))[0]).toMatchObject({ chunk: 'Gift cards are sold at the desk.' });
    expect(await post('support/answer', { query: 'Where are gift cards sold?' })).toMatchObject({ escalated: false });
    expect((await server.call('GET', '/health')).body).toMatchObject({ status: 'ok', vectors: 'qdrant away' });
    qdrant.goAway(false);
    await eventually(
      async () => {
        await searchBy('vectors', 'gift cards');
        return points().length;
      },
      (count) => count === NOTES.length + 1,
      30_000,
    );
    expect((await server.call('GET', '/health')).body).toMatchObject({ vectors: 'qdrant' });
  });
});

describe('the store', () => {
  const vectors = (apiKey: string | undefined = QDRANT_KEY, allow = [qdrant.url]) =>
    createQdrantVectors({ url: `${qdrant.url}/`, apiKey, http: createHttpClient({ allow }) });
  const entry = (id: string, numbers: number[], source = 's') => ({
    ...{ id, document: `d-${id}`, generation: 1, source },
    vector: Float32Array.from(numbers),
  });
  const query = (numbers: number[], sources: string[] = []) => ({
    ...{ vector: Float32Array.from(numbers), sources, limit: 10 },
  });
  const [first, other] = [
    { tenant: 'first', base: 'b' },
    { tenant: 'other', base: 'b' },
  ];

  it('keeps organisations, bases and sizes apart, whatever their chunks are called', async () => {
    const store = vectors();
    expect(await store.search(first, query([1, 0, 0]))).toEqual([]);
    await store.upsert(first, [entry('a', [1, 0, 0]), entry('b', [0.6, 0.8, 0], 't')]);
    await store.upsert(other, [entry('a', [1, 0, 0]), entry('z', [1, 0])]);
    const near = await store.search(first, query([1, 0, 0]));
    expect(near).toEqual([
      { id: 'a', score: expect.closeTo(1) },
      { id: 'b', score: expect.closeTo(0.6) },
    ]);
    expect((await store.search(first, query([1, 0, 0], ['t']))).map(({ id }) => id)).toEqual(['b']);
    expect(await store.search({ ...first, base: 'c' }, query([1, 0, 0]))).toEqual([]);
    expect(await store.search(first, query([1, 0]))).toEqual([]);
    const versions = ['a', 'b'].map((id) => ({ document: `d-${id}`, generation: 1 }));
    expect(await store.holds(first, versions, 2)).toBe(true);
    expect(await store.holds(first, versions, 3)).toBe(false);
    await store.upsert(first, [entry('a', [0, 0, 1])]);
    expect(await store.holds(first, versions, 2)).toBe(true);
    await store.remove(first, versions);
    expect(await store.search(first, query([1, 0, 0]))).toEqual([]);
    expect(await store.search(other, query([1, 0, 0]))).toHaveLength(1);
  });

  it.each([
    ['no key', undefined, 401],
    ['a wrong key', 'wrong', 403],
  ])('given %s, then it says what to look at, and never the key', async (_, key, status) => {
    const store = createQdrantVectors({
      url: qdrant.url,
      apiKey: key,
      http: createHttpClient({ allow: [qdrant.url] }),
    });
    const error = await store.check().catch((thrown: Error) => thrown);
    expect(error).toMatchObject({ code: 'qdrant_refused', status, message: expect.stringContaining('QDRANT_API_KEY') });
    expect(store.isWell()).toBe(false);
  });

  it('reaches a private address only where it is opened', async () => {
    await expect(vectors(QDRANT_KEY, []).check()).rejects.toMatchObject({ code: 'egress_refused' });
  });
});
