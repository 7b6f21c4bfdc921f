import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { beginTalk } from '../support/publish.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import { imported, uploadFile } from '../support/upload.ts';

interface Golden {
  questions: { locale: string; document: string; question: string; expect: string }[];
  unanswerable: { locale: string; question: string }[];
}

const template = fileURLToPath(new URL('../../../scenarios/templates/support-faq/', import.meta.url));
const golden = parse(readFileSync(`${template}golden.yaml`, 'utf8')) as Golden;
const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ');

let server: TestServer;
let token: string;
let agent: string;

beforeAll(async () => {
  server = await startServer();
  token = await server.signIn();
  const { agents } = (await server.call('GET', 'agents', { token })).body;
  agent = agents.find(({ slug }: { slug: string }) => slug === 'support-faq').id;
  for (const file of globSync(`${template}documents/*/*`))
    expect((await uploadFile(server, token, file)).status).toBe(202);
  const documents = await imported(server, token);
  expect(documents.filter(({ status }) => status !== 'ready')).toEqual([]);
  expect(documents).toHaveLength(12);
}, 90_000);
afterAll(() => server?.stop());

/** The agent's messages after a question in the web chat. */
async function asked(talk: Awaited<ReturnType<typeof beginTalk>>, id: string, question: string) {
  const body = { id, text: question, wait: 20_000 };
  const answer = await server.call('POST', `conversations/${talk.id}/messages`, { token: talk.token, body });
  return answer.body.replies as { text: string; citations?: { quote: string; title: string }[] }[];
}

describe.each(['ru', 'en'])('the template with its documents, without any model, in %s', (locale) => {
  it('cites the right passage for at least 18 of 20 questions', { timeout: 60_000 }, async () => {
    const talk = await beginTalk(server, agent, locale);
    const missed: string[] = [];
    for (const [i, { question, expect: phrase }] of golden.questions
      .filter((one) => one.locale === locale)
      .slice(0, 20)
      .entries()) {
      const [reply] = await asked(talk, `q${i}`, question);
      const quotes = (reply?.citations ?? []).map(({ quote }) => plain(quote)).join('\n');
      if (!quotes.includes(plain(phrase))) missed.push(`${question} → ${reply?.text.slice(0, 120)}`);
      else expect(quotes).toContain(plain(reply?.text.split('\n\n')[1] ?? ''));
    }
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(2);
  });

  it('says that it does not know what they do not answer', { timeout: 60_000 }, async () => {
    const talk = await beginTalk(server, agent, locale);
    const unknown = locale === 'ru' ? 'Этого я не знаю' : 'I do not know this';
    for (const [i, { question }] of golden.unanswerable
      .filter((one) => one.locale === locale)
      .slice(0, 5)
      .entries()) {
      const [reply] = await asked(talk, `u${i}`, question);
      expect([question, reply?.text]).toEqual([question, expect.stringContaining(unknown)]);
    }
  });
});

describe('retrieval', () => {
  it(
    'finds the right passage among the first five for at least nine of ten golden questions',
    { timeout: 60_000 },
    async () => {
      const questions = [
        ...golden.questions.map(({ locale, question, expect: phrase }) => ({ locale, question, expect: phrase })),
        ...golden.unanswerable.map((one) => ({ ...one, expect: null })),
      ];
      const { body } = await server.call('PUT', 'knowledge/bases/main/golden', { token, body: { questions } });
      expect(body.quality.recallAt5).toBeGreaterThanOrEqual(0.9);
      expect(body.quality.refused).toBeGreaterThanOrEqual(0.9);
      const report = await server.call('POST', 'knowledge/bases/main/reindex', { token });
      expect(report.body).toMatchObject({ status: 'running', before: body.quality });
      await imported(server, token);
      const { reports } = (await server.call('GET', 'knowledge/bases/main/reindex', { token })).body;
      expect(reports[0]).toMatchObject({ status: 'done', after: body.quality, lost: [] });
    },
  );

  it('answers as documented for integrations', async () => {
    const inserted = {
      source: 'notes',
      chunks: [{ content: 'The code word is heliotrope.' }, { content: 'Nothing else.' }],
    };
    expect((await server.call('POST', '/v1/kb/upsert', { token, body: inserted })).body).toEqual({ inserted: 2 });
    expect((await server.call('POST', '/v1/kb/upsert', { token, body: inserted })).body).toEqual({ inserted: 0 });
    const { results } = (await server.call('POST', '/v1/kb/search', { token, body: { query: 'heliotrope', limit: 3 } }))
      .body;
    expect(results[0]).toMatchObject({ source: 'notes', chunk: 'The code word is heliotrope.' });
    const known = await server.call('POST', 'support/answer', {
      token,
      body: { query: 'What is the code word?', kb_limit: 4, temperature: 0.2 },
    });
    expect(known.body).toMatchObject({
      reply: 'Our documents say:\n\nThe code word is heliotrope.',
      escalated: false,
      reason: null,
    });
    const unknown = await server.call('POST', '/v1/support/answer', {
      token,
      body: { query: 'Who won the football match?' },
    });
    expect(unknown.body).toMatchObject({ escalated: true, used_context: [] });
    const rag = await server.call('POST', 'integration/rag/query', { token, body: { query: 'heliotrope' } });
    expect(rag.body.results[0].title).toBe('notes');
  });

  it('lets what people wrote win over documents', async () => {
    const written = {
      locale: 'en',
      question: 'Are you a robot?',
      alternatives: ['Do I talk to a machine?'],
      answer: 'I am a program.',
    };
    await server.call('POST', 'knowledge/bases/main/curated', { token, body: written });
    const { body } = await server.call('POST', 'support/answer', { token, body: { query: 'are you a robot' } });
    expect(body.reply).toBe('I am a program.');
  });
});
