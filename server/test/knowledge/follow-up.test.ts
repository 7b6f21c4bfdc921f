import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginTalk, publish } from '../support/publish.ts';
import { startOpenAi, API_KEY, type OpenAiStandIn } from '../support/stand-ins/openai.ts';
import { startServer, type TestServer } from '../support/start-server.ts';

const document = {
  format: 1,
  id: 'follow-up',
  name: 'Follow-up',
  locales: ['en', 'ru'],
  variables: { said: { type: 'text' } },
  triggers: [{ id: 'start', type: 'conversation', step: 'ask' }],
  steps: [
    { id: 'ask', type: 'ask', prompt: 'ask', saveTo: 'said' },
    { id: 'reply', type: 'answer', question: '{{ said }}' },
    { id: 'none', type: 'message', text: 'none' },
  ],
  flows: [
    { id: 'f1', from: 'ask', to: 'reply' },
    { id: 'f2', from: 'ask', on: 'failed', to: 'none' },
    { id: 'f3', from: 'reply', to: 'ask' },
    { id: 'f4', from: 'reply', on: 'unknown', to: 'none' },
    { id: 'f5', from: 'reply', on: 'error', to: 'none' },
    { id: 'f6', from: 'none', to: 'ask' },
  ],
  messages: { en: { ask: 'Next?', none: 'Unknown' }, ru: { ask: 'Дальше?', none: 'Не знаю' } },
};
const NOTES = [
  'Fridge delivery costs 19 euros. A courier calls in advance.',
  'The extended warranty costs 45 euros.',
  'Доставка холодильника стоит 790 рублей. Курьер позвонит заранее.',
  'Дополнительная гарантия стоит 1900 рублей.',
];

let server: TestServer;
let provider: OpenAiStandIn;
let token: string;
let agent: string;

beforeAll(async () => {
  provider = await startOpenAi();
  server = await startServer({ DEMO: 'false', EGRESS_ALLOW: new URL(provider.url).host });
  token = await server.signIn();
  const body = { source: 'prices', chunks: NOTES.map((content) => ({ content })) };
  await server.call('POST', 'kb/upsert', { token, body });
  agent = await publish(server, token, { document });
}, 60_000);
afterAll(async () => {
  await server?.stop();
  await provider?.stop();
});

/** The first thing that is said after each question. */
async function talk(locale: string, questions: string[]): Promise<{ id: string; replies: string[] }> {
  const { id, token: visitor } = await beginTalk(server, agent, locale);
  const replies: string[] = [];
  for (const [i, text] of questions.entries()) {
    const body = { id: `m${i}`, text, wait: 15_000 };
    const answer = await server.call('POST', `conversations/${id}/messages`, { token: visitor, body });
    replies.push(answer.body.replies[0].text);
  }
  return { id, replies };
}

describe('a question that goes on from another', { timeout: 40_000 }, () => {
  it.each([
    ['ru', 'Есть доставка холодильника?', 'А сколько это стоит?', '790 рублей'],
    ['ru', 'Есть дополнительная гарантия?', 'А сколько она стоит?', '1900 рублей'],
    ['en', 'Is there fridge delivery?', 'And how much is it?', '19 euros'],
    ['en', 'Is there an extended warranty?', 'And how much is it?', '45 euros'],
  ])('in %s without a model: after “%s”, “%s” is answered with %s', async (locale, first, second, expected) => {
    const { replies } = await talk(locale, [first, second]);
    expect(replies[1]).toContain(expected);
  });

  it('with a model: it makes one question of both, which is looked up and kept as a call of its own', async () => {
    const config = { baseUrl: provider.url, apiKey: API_KEY, chatModel: 'small' };
    await server.call('POST', 'connections', { token, body: { name: 'main', plugin: 'openai', config } });
    provider.next(
      { reply: 'Yes [1]' },
      { reply: 'How much does fridge delivery cost?' },
      { reply: 'Delivery costs 19 euros [1]' },
    );
    const { id, replies } = await talk('en', ['Is there fridge delivery?', 'And how much is it?']);
    expect(replies).toEqual(['Yes', 'Delivery costs 19 euros']);
    const { calls } = (await server.call('GET', `conversations/${id}/model-calls`, { token })).body;
    expect(calls).toHaveLength(3);
    const condensing = calls.find((call: { id: string }) => call.id.endsWith(':condense'));
    expect(JSON.stringify(condensing.prompt)).toContain('user: Is there fridge delivery?');
    expect(condensing.reply).toEqual({ text: 'How much does fridge delivery cost?' });
    const passages = JSON.stringify(provider.requests.at(-1)?.body.messages?.at(-1));
    expect(passages.indexOf('Fridge delivery costs')).toBeGreaterThan(0);
    expect(passages).toContain('Question: And how much is it?');
  });

  it('given a model that fails at that, then the question is looked up as it is', async () => {
    provider.next({ reply: 'Yes [1]' }, { status: 400, message: 'no' }, { reply: '790 [1]' });
    const { replies } = await talk('ru', ['Есть доставка холодильника?', 'Сколько стоит её доставка?']);
    expect(replies).toEqual(['Yes', '790']);
  });

  it('given a question that stands alone, then the model is not asked what it means', async () => {
    const before = provider.requests.length;
    provider.next({ reply: 'Yes [1]' }, { reply: '45 [1]' });
    await talk('en', [
      'Is there fridge delivery?',
      'Which price does the extended warranty of new laptops have in euros?',
    ]);
    expect(provider.requests.length - before).toBe(2);
  });
});
