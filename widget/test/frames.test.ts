import { describe, expect, it } from 'vitest';
import { becomes, fetches, only, shows, startClient, startServer } from './harness.ts';

describe('frames', () => {
  async function connected() {
    const server = await startServer();
    const client = startClient(server.url);
    await becomes(client, 'online');
    const held = only(server);
    server.isMute = true;
    const from = held.seq;
    const messages = server.store.say(held, [{ text: 'a' }, { text: 'b' }, { text: 'c' }, { text: 'd' }]);
    const part = (first: number, last: number) => messages.slice(first, last);
    const seq = (index: number) => (index < 0 ? from : (messages[index]?.seq ?? 0));
    const tell = (first: number, last: number) =>
      server.frame(held.id, part(first, last), seq(first - 1), seq(last - 1));
    return { server, client, held, tell, from };
  }

  it('given frames that come twice, then each message is shown once', async () => {
    const { client, tell, server } = await connected();
    tell(0, 2);
    tell(0, 2);
    tell(1, 4);
    tell(0, 4);

    await shows(client, ['a', 'b', 'c', 'd']);
    expect(fetches(server)).toEqual([]);
  });

  it('given a frame that does not begin at the cursor, then what is missing is fetched from the cursor', async () => {
    const { client, tell, server, held, from } = await connected();
    tell(2, 4);

    await shows(client, ['a', 'b', 'c', 'd']);
    expect(fetches(server)).toEqual([`GET /api/v1/conversations/${held.id}/messages?after=${from}&limit=200`]);
  });

  it('given a hole and a server in trouble, then it asks again until the hole is filled', async () => {
    const { client, tell, server } = await connected();
    server.unavailable.push(0, 0);
    tell(3, 4);

    await shows(client, ['a', 'b', 'c', 'd']);
    expect(fetches(server)).toHaveLength(3);
  });

  it('given frames out of order, then the messages are in order', async () => {
    const { client, tell } = await connected();
    tell(2, 4);
    tell(0, 1);
    tell(1, 2);

    await shows(client, ['a', 'b', 'c', 'd']);
  });

  it('given a server that tells nothing more but where it is, then what is missing is fetched up to there', async () => {
    const { client, held, server, from } = await connected();
    server.emit(held.id, 'resync', { to: held.seq });

    await shows(client, ['a', 'b', 'c', 'd']);
    expect(fetches(server)).toEqual([`GET /api/v1/conversations/${held.id}/messages?after=${from}&limit=200`]);
  });

  it('given a hole of several pages, then all of them are fetched', async () => {
    const { client, server, held } = await connected();
    const many = Array.from({ length: 450 }, (_, index) => ({ text: `m${index}` }));
    const said = server.store.say(held, many);
    const last = said.at(-1)?.seq ?? 0;
    server.frame(held.id, [], last, last);

    await shows(client, ['a', 'b', 'c', 'd', ...many.map(({ text }) => text)]);
    expect(fetches(server)).toHaveLength(3);
  });
});
