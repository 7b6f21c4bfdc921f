import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginTalk, eventually, publish } from '../support/publish.ts';
import { startServer, type TestServer } from '../support/start-server.ts';

const PASSAGES = [
  {
    id: 'parking',
    title: 'Parking',
    text: 'Guests may park in the yard for free.',
    url: 'https://wiki.example.com/parking',
  },
  { id: 'breakfast', title: 'Завтрак', text: 'Завтрак подают с восьми до десяти утра.', source: 'handbook' },
];

let server: TestServer;
let token: string;
let wiki: string;

const post = (path: string, body: object) => server.call('POST', path, { token, body });
const outside = (connection: string) => ({ kind: 'retriever', plugin: 'mock-rag', connection, retriever: 'passages' });

beforeAll(async () => {
  server = await startServer({ DEMO: 'false' });
  token = await server.signIn();
  for (const [name, config] of [
    ['wiki', { passages: PASSAGES }],
    ['broken', { passages: PASSAGES, fails: true }],
  ] as const)
    expect((await post('connections', { name, plugin: 'mock-rag', config })).status).toBe(201);
  const chunks = [{ content: 'The swimming pool opens at nine.' }, { content: 'Guests may bring dogs.' }];
  await post('kb/upsert', { source: 'notes', chunks });
}, 60_000);
afterAll(() => server?.stop());

describe('a base that a plugin looks up', () => {
  it('given a retriever, then the base is made and shown with where it looks', async () => {
    const made = await post('knowledge/bases', { key: 'wiki', title: 'Wiki', source: outside('wiki') });
    expect(made).toMatchObject({ status: 201, body: { key: 'wiki', source: outside('wiki') } });
    wiki = made.body.id;
    const { bases } = (await server.call('GET', 'knowledge/bases', { token })).body;
    expect(bases).toContainEqual({ id: wiki, key: 'wiki', title: 'Wiki', source: outside('wiki') });
    expect(bases).toContainEqual(expect.objectContaining({ key: 'main', source: { kind: 'documents' } }));
  });

  it.each([
    ['retriever_not_found', 422, { ...outside('wiki'), retriever: 'nothing' }, 'mock-rag.nothing'],
    ['retriever_not_found', 422, { ...outside('wiki'), plugin: 'none' }, 'none.passages'],
    ['invalid_request', 400, { kind: 'elsewhere' }, undefined],
  ])('given a source that cannot be, then %s', async (code, status, source, detail) => {
    const { body, ...answer } = await post('knowledge/bases', { key: 'wrong', title: 'Wrong', source });
    expect(answer.status).toBe(status);
    if (detail !== undefined) expect(body).toMatchObject({ code, detail });
  });

  it('given documents, then they are refused: it has none of its own', async () => {
    const { status, body } = await post('knowledge/bases/wiki/urls', { url: 'https://example.com/' });
    expect({ status, code: body.code, detail: body.detail }).toEqual({
      status: 409,
      code: 'base_outside',
      detail: 'wiki',
    });
  });

  it('is searched beside the own bases, and fused with them by places', async () => {
    const { results } = (await post('kb/search', { query: 'guests', limit: 5 })).body;
    expect(results.map(({ chunk }: { chunk: string }) => chunk).sort()).toEqual([
      'Guests may bring dogs.',
      'Guests may park in the yard for free.',
    ]);
    expect(results.map(({ score }: { score: number }) => score)).toEqual([1, 1]);
    const bench = await post('knowledge/bases/wiki/search', { query: 'guests' });
    expect(bench.body.results).toMatchObject([
      { title: 'Parking', outside: { place: 1, score: 1 }, url: PASSAGES[0]?.url },
    ]);
  });

  it.each([
    ['Where may guests park?', 'Guests may park in the yard for free.'],
    ['Во сколько подают завтрак?', 'Завтрак подают с восьми до десяти утра.'],
    ['When does the swimming pool open?', 'The swimming pool opens at nine.'],
  ])('answers “%s” from wherever it stands', async (query, expected) => {
    const { body } = await post('support/answer', { query });
    expect(body).toMatchObject({ escalated: false, used_context: [expected] });
  });

  it('is cited with title and address by the step that answers', { timeout: 20_000 }, async () => {
    const document = {
      format: 1,
      id: 'outside',
      name: 'Outside',
      locales: ['en'],
      variables: { said: { type: 'text' } },
      triggers: [{ id: 'start', type: 'conversation', step: 'ask' }],
      steps: [
        { id: 'ask', type: 'ask', prompt: 'ask', saveTo: 'said' },
        { id: 'reply', type: 'answer', question: '{{ said }}', bases: ['wiki'] },
        { id: 'none', type: 'message', text: 'none' },
      ],
      flows: [
        { id: 'f1', from: 'ask', to: 'reply' },
        { id: 'f2', from: 'ask', on: 'failed', to: 'none' },
        { id: 'f3', from: 'reply', to: 'ask' },
        { id: 'f4', from: 'reply', on: 'unknown', to: 'none' },
        { id: 'f5', from: 'none', to: 'ask' },
      ],
      messages: { en: { ask: 'Next?', none: 'Nobody knows' } },
    };
    const talk = await beginTalk(server, await publish(server, token, { document }));
    const say = async (id: string, text: string) =>
      (
        await server.call('POST', `conversations/${talk.id}/messages`, {
          token: talk.token,
          body: { id, text, wait: 10_000 },
        })
      ).body.replies;
    expect((await say('1', 'Where may guests park?'))[0]).toMatchObject({
      text: expect.stringContaining('in the yard'),
      citations: [{ title: 'Parking', url: PASSAGES[0]?.url, quote: PASSAGES[0]?.text }],
    });
    expect((await say('2', 'When does the pool open?'))[0].text).toBe('Nobody knows');
  });

  it('given one that does not answer, then the others do, and the log says so', async () => {
    await post('knowledge/bases', { key: 'broken', title: 'Broken', source: outside('broken') });
    const { body } = await post('support/answer', { query: 'Where may guests park?' });
    expect(body).toMatchObject({ escalated: false, used_context: ['Guests may park in the yard for free.'] });
    const found = await eventually(
      async () => rag(),
      (lines) => lines.some(({ msg, level }) => msg === 'a base outside does not answer' && level === 40),
    );
    expect(JSON.stringify(found)).toContain('is set not to answer');
    expect((await server.call('DELETE', 'knowledge/bases/broken', { token })).status).toBe(200);
  });
});

function rag(): { msg?: string; level?: number }[] {
  const folder = join(server.folder, 'logs');
  return readdirSync(folder)
    .filter((name) => name.startsWith('rag_integration'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean))
    .map((line) => JSON.parse(line) as { msg?: string; level?: number });
}
