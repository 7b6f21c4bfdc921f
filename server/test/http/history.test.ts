import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishEcho } from '../support/echo-agent.ts';
import { startServer, type TestServer } from '../support/start-server.ts';

let server: TestServer;
let talk: { path: string; token: string };
let all: Page;

interface Page {
  messages: { seq: number; text: string }[];
  lastSeq: number;
  more: boolean;
}

beforeAll(async () => {
  server = await startServer({ DEMO: 'false' });
  const agent = await publishEcho(server);
  const { body } = await server.call('POST', 'conversations', { body: { agent } });
  talk = { path: `conversations/${body.conversation.id}/messages`, token: body.token };
  for (let n = 0; n < 20; n += 1) {
    const sent = { id: `m${n}`, text: `${n}`, wait: 10_000 };
    await server.call('POST', talk.path, { token: talk.token, body: sent });
  }
  all = await page('');
});
afterAll(() => server?.stop());

async function page(query: string): Promise<Page> {
  return (await server.call('GET', `${talk.path}?${query}`, { token: talk.token })).body as Page;
}

describe('a long history', () => {
  it('given no cursor, then it is read from the beginning', () => {
    expect(all.messages).toHaveLength(61);
    expect(all.more).toBe(false);
  });

  it('given the end as a cursor, when read backwards page by page, then every message is there once and in order', async () => {
    const pages: Page[] = [];
    let before = all.lastSeq + 1;
    do {
      pages.unshift(await page(`before=${before}&limit=7`));
      before = pages[0]?.messages[0]?.seq ?? 0;
    } while (pages[0]?.more);

    expect(pages.flatMap(({ messages }) => messages)).toEqual(all.messages);
    expect(pages).toHaveLength(9);
  });

  it('given the newest page, when read on after its cursor, then only what was said since is there', async () => {
    const newest = await page(`before=${all.lastSeq + 1}&limit=5`);
    expect(newest).toEqual({ messages: all.messages.slice(-5), lastSeq: all.lastSeq, more: true });

    expect(await page(`after=${newest.lastSeq}`)).toEqual({ messages: [], lastSeq: all.lastSeq, more: false });
  });

  it('given a page that ends exactly at the beginning, then there is no more', async () => {
    const tenth = all.messages[10]?.seq;
    expect(await page(`before=${tenth}&limit=10`)).toMatchObject({ messages: all.messages.slice(0, 10), more: false });
  });

  it('given both cursors, then only what lies between them is there', async () => {
    const [from, to] = [all.messages[10]?.seq, all.messages[20]?.seq];
    expect((await page(`after=${from}&before=${to}`)).messages).toEqual(all.messages.slice(11, 20));
  });

  it.each(['before=0', 'before=x', 'before=-1', 'limit=0', 'limit=501'])(
    'given %s, then it is refused',
    async (query) => {
      expect(await page(query)).toMatchObject({ code: 'invalid_request' });
    },
  );
});
