import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishEcho } from '../support/echo-agent.ts';
import { startServer, type TestServer } from '../support/start-server.ts';

let server: TestServer;
let agent: string;

beforeAll(async () => {
  server = await startServer({ DEMO: 'false' });
  agent = await publishEcho(server);
});
afterAll(() => server?.stop());

describe('the language of a conversation', () => {
  it.each([
    ['ru-RU', 'ru'],
    ['en-GB', 'en'],
    ['de', 'en'],
    [['de-AT', 'ru-UA', 'en'], 'ru'],
    [[], 'en'],
    ['<script>', 'en'],
    [undefined, 'en'],
  ])('given an agent of English and Russian, when %j is wished, then it is %s', async (locale, nearest) => {
    const { body } = await server.call('POST', 'conversations', { body: { agent, locale } });
    expect(body.conversation).toMatchObject({ locale: nearest, locales: ['en', 'ru'] });

    const said = await server.call('POST', `conversations/${body.conversation.id}/messages`, {
      token: body.token,
      body: { id: 'm1', text: 'x', wait: 10_000 },
    });
    expect(said.body.replies[0]).toMatchObject({
      locale: nearest,
      text: nearest === 'ru' ? 'Вы сказали: x' : 'You said: x',
    });
  });

  it.each([['x'.repeat(36)], [['x'.repeat(36)]], [Array(21).fill('en')], [{ $ne: 'en' }], [7]])(
    'given %j, then it is refused',
    async (locale) => {
      expect((await server.call('POST', 'conversations', { body: { agent, locale } })).status).toBe(400);
    },
  );
});
