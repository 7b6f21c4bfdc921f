import { afterEach, describe, expect, it, vi } from 'vitest';
import { ChatClient, type ChatClientOptions } from '../src/client/chat-client.ts';
import { createMemoryStore, type Store } from '../src/client/store.ts';
import { problem, StandIn, type StandInOptions } from './stand-in.ts';
import type { Held } from './stand-in-store.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function startServer(options: StandInOptions = {}): Promise<StandIn> {
  const server = await new StandIn(options).start();
  closing.push(() => server.stop());
  return server;
}

function startClient(server: string, options: Partial<ChatClientOptions> = {}): ChatClient {
  const client = new ChatClient({
    agent: 'support',
    server,
    store: createMemoryStore(),
    backoff: { firstMs: 4, maxMs: 20 },
    ackTimeoutMs: 50,
    ...options,
  });
  closing.push(() => client.close());
  client.open();
  return client;
}

/** Resolves when what the client shows is as expected. */
async function shows(client: ChatClient, expected: string[]): Promise<void> {
  await vi.waitFor(() => expect(texts(client)).toEqual(expected), { timeout: 5_000, interval: 5 });
}

async function becomes(client: ChatClient, state: ChatClient['state']): Promise<void> {
  if (client.state === state) return;
  await new Promise<void>((resolve) => client.on('state', (now) => now === state && resolve()));
}

function texts({ messages }: ChatClient): string[] {
  return messages.map(({ text, state }) => (state === 'sent' ? text : `${text} (${state})`));
}

function only(server: StandIn): Held {
  expect(server.store.held.size).toBe(1);
  return [...server.store.held.values()][0] as Held;
}

describe('a dialogue', () => {
  it('given an agent, when the visitor speaks, then question and answer are shown once and in order', async () => {
    const server = await startServer();
    const client = startClient(server.url);
    await becomes(client, 'online');

    client.send('one');
    client.send({ option: 'b', text: 'two' });

    await shows(client, ['one', 'You said: one', 'two', 'You said: two']);
    expect(server.received.map(({ text, option }) => [text, option])).toEqual([
      ['one', undefined],
      ['two', 'b'],
    ]);
    expect(client.conversation).toMatchObject({ agent: { name: 'Mira' }, locales: ['en', 'ru'], status: 'open' });
  });

  it('given a message on its way, then it is shown at the end as being sent', async () => {
    const server = await startServer();
    const client = startClient(server.url);
    await becomes(client, 'online');

    client.send('hello');

    expect(texts(client)).toEqual(['hello (sending)']);
  });

  it('given nothing but spaces, when sent, then it is refused with a code', async () => {
    const client = startClient('http://127.0.0.1:1');
    expect(() => client.send('  ')).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'message_empty' }) }),
    );
  });

  it('given typing and status events, then they are told, and typing ends with the connection', async () => {
    const server = await startServer();
    const client = startClient(server.url);
    const typing: boolean[] = [];
    client.on('typing', (on) => typing.push(on));
    await becomes(client, 'online');
    const { id } = only(server);

    server.emit(id, 'typing', { on: true });
    server.emit(id, 'status', { status: 'closed' });
    await vi.waitFor(() => expect(client.conversation?.status).toBe('closed'));
    server.cut();

    await vi.waitFor(() => expect(typing).toEqual([true, false]));
  });

  it('given a conversation, when the language is switched, then server and client know', async () => {
    const server = await startServer();
    const client = startClient(server.url);
    await becomes(client, 'online');

    await client.switchLocale('ru');

    expect(only(server).locale).toBe('ru');
    expect(client.conversation?.locale).toBe('ru');
  });

  it('given a conversation, when begun anew, then another one is shown and the token replaced', async () => {
    const server = await startServer();
    const store = createMemoryStore();
    const client = startClient(server.url, { store });
    await becomes(client, 'online');
    client.send('old');
    await shows(client, ['old', 'You said: old']);
    const before = client.conversation?.id;

    client.restart();
    await vi.waitFor(() => expect(client.conversation?.id).not.toBe(before));
    client.send('new');

    await shows(client, ['new', 'You said: new']);
    expect(store.getItem('scenarium:support:token')).toBe(`token-of-${client.conversation?.id}`);
  });
});

describe('a lost connection', () => {
  it('given an answer in two parts, when the socket is cut between them, then both are shown once', async () => {
    const server = await startServer();
    const client = startClient(server.url);
    await becomes(client, 'online');
    const held = only(server);
    server.store.reply = () => [{ text: 'first half' }];
    client.send('go');
    await shows(client, ['go', 'first half']);

    server.isMute = true;
    server.cut();
    server.store.say(held, [{ text: 'second half' }]);
    server.isMute = false;
    server.cut();

    await shows(client, ['go', 'first half', 'second half']);
  });

  it('given an acknowledgement that is lost, when sent again with the same id, then the message is there once', async () => {
    const server = await startServer();
    const client = startClient(server.url);
    await becomes(client, 'online');
    server.isLosingAcks = true;
    server.isMute = true;

    const id = client.send('once');
    await vi.waitFor(() => expect(server.received.length).toBeGreaterThan(1));
    server.isLosingAcks = false;
    server.isMute = false;
    client.send('next');

    await shows(client, ['once', 'You said: once', 'next', 'You said: next']);
    expect(new Set(server.received.filter(({ text }) => text === 'once').map((sent) => sent.id))).toEqual(
      new Set([id]),
    );
    expect(only(server).messages.filter(({ text }) => text === 'once')).toHaveLength(1);
  });

  it('given an instance that dies, when another takes its place, then the dialogue goes on without loss', async () => {
    const first = await startServer();
    const client = startClient(first.url);
    await becomes(client, 'online');
    client.send('one');
    await shows(client, ['one', 'You said: one']);
    const { store, port } = first;

    await first.stop();
    await becomes(client, 'offline');
    client.send('two');
    client.send('three');
    store.say([...store.held.values()][0] as Held, [{ text: 'meanwhile' }]);
    await startServer({ store, port });

    const expected = ['one', 'You said: one', 'meanwhile', 'two', 'You said: two', 'three', 'You said: three'];
    await shows(client, expected);
  });

  it('given sockets that are refused, then messages travel over HTTP', async () => {
    const server = await startServer();
    server.isDeaf = true;
    const client = startClient(server.url);

    client.send('by post');

    await shows(client, ['by post', 'You said: by post']);
    expect(client.state).toBe('offline');
    expect(server.requests.some((request) => request.startsWith('POST') && request.endsWith('/messages'))).toBe(true);
  });

  it('given a server that is not ready, then its Retry-After is waited for', async () => {
    const server = await startServer();
    server.unavailable.push(1);
    const begun = performance.now();
    const client = startClient(server.url);

    await becomes(client, 'online');

    expect(performance.now() - begun).toBeGreaterThanOrEqual(990);
  });
});

describe('what waits to be sent', () => {
  it('given no server, when the page is reloaded, then what was said is sent in order with the same ids', async () => {
    const store = createMemoryStore();
    const before = startClient('http://127.0.0.1:1', { store });
    const ids = ['a', 'b', 'c'].map((text) => before.send(text));
    before.close();
    const server = await startServer();

    const after = startClient(server.url, { store });
    expect(texts(after)).toEqual(['a (sending)', 'b (sending)', 'c (sending)']);

    await shows(after, ['a', 'You said: a', 'b', 'You said: b', 'c', 'You said: c']);
    expect(server.received.map(({ id }) => id)).toEqual(ids);
    expect(keys(store).filter((key) => key.includes(':out:'))).toEqual([]);
  });

  it('given two tabs over one store, when both send what waits, then it is there once and in order', async () => {
    const store = createMemoryStore();
    const away = startClient('http://127.0.0.1:1', { store });
    for (const text of ['a', 'b', 'c']) away.send(text);
    away.close();
    const server = await startServer();

    const tabs = [startClient(server.url, { store }), startClient(server.url, { store })];

    for (const tab of tabs) await shows(tab, ['a', 'You said: a', 'b', 'You said: b', 'c', 'You said: c']);
    const held = server.store.byToken(store.getItem('scenarium:support:token') ?? '');
    expect(held?.messages.filter(({ direction }) => direction === 'in')).toHaveLength(3);
  });

  it('given one tab, when it speaks, then the other shows it', async () => {
    const server = await startServer();
    const store = createMemoryStore();
    const one = startClient(server.url, { store });
    await becomes(one, 'online');
    const two = startClient(server.url, { store });
    await becomes(two, 'online');

    one.send('hello');

    await shows(two, ['hello', 'You said: hello']);
  });

  it.each([400, 413])('given a message refused with %i, then it is marked and the rest goes on', async (status) => {
    const server = await startServer();
    server.refuse = ({ text }) => (text === 'bad' ? problem(status, 'too_large') : undefined);
    const client = startClient(server.url);
    await becomes(client, 'online');

    const id = client.send('bad');
    client.send('good');

    await shows(client, ['good', 'You said: good', 'bad (failed)']);
    expect(client.messages.at(-1)?.problem?.detail).toBe('The request was refused: too_large');

    server.refuse = () => undefined;
    client.retry(id);
    await shows(client, ['good', 'You said: good', 'bad', 'You said: bad']);
  });

  it('given a refused message, when discarded, then it is gone from the store too', async () => {
    const server = await startServer();
    server.refuse = () => problem(400, 'invalid_request');
    const store = createMemoryStore();
    const client = startClient(server.url, { store });
    const id = client.send('bad');
    await shows(client, ['bad (failed)']);

    client.discard(id);

    expect(texts(client)).toEqual([]);
    expect(keys(store).filter((key) => key.includes(':out:'))).toEqual([]);
  });

  it('given a server in trouble, then the message is sent again until it is taken', async () => {
    const server = await startServer();
    let troubles = 3;
    server.refuse = () => (troubles-- > 0 ? problem(503, 'database_unavailable') : undefined);
    const client = startClient(server.url);

    client.send('patience');

    await shows(client, ['patience', 'You said: patience']);
    expect(new Set(server.received.map(({ id }) => id)).size).toBe(1);
  });

  it('given a full queue, when more is said, then it is refused with a code and what waits is kept', () => {
    const client = startClient('http://127.0.0.1:1', { queueLimit: 2 });
    client.send('a');
    client.send('b');

    expect(() => client.send('c')).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'queue_full' }) }),
    );
    expect(texts(client)).toEqual(['a (sending)', 'b (sending)']);
  });

  it('given a store that refuses to keep anything, then the dialogue works all the same', async () => {
    const server = await startServer();
    const store: Store = {
      ...createMemoryStore(),
      length: 0,
      setItem() {
        throw new Error('QuotaExceededError');
      },
    };
    const client = startClient(server.url, { store });

    client.send('hello');

    await shows(client, ['hello', 'You said: hello']);
  });

  it('given rubbish in the store, then it is ignored', async () => {
    const store = createMemoryStore();
    store.setItem('scenarium:support:out:x', '{"id":');
    store.setItem('scenarium:support:out:y', '{"text":"no id"}');
    const server = await startServer();

    const client = startClient(server.url, { store });
    client.send('fine');

    await shows(client, ['fine', 'You said: fine']);
  });
});

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

describe('a visitor', () => {
  it('given a kept token, when the page is loaded again, then the same conversation goes on', async () => {
    const server = await startServer();
    const store = createMemoryStore();
    const before = startClient(server.url, { store });
    before.send('hello');
    await shows(before, ['hello', 'You said: hello']);
    before.close();

    const after = startClient(server.url, { store });

    await shows(after, ['hello', 'You said: hello']);
    expect(after.conversation?.id).toBe(before.conversation?.id);
  });

  it('given a token that is no longer good, then it is forgotten and a conversation begun', async () => {
    const server = await startServer();
    const store = createMemoryStore();
    store.setItem('scenarium:support:token', 'expired');

    const client = startClient(server.url, { store });
    client.send('hello');

    await shows(client, ['hello', 'You said: hello']);
    expect(store.getItem('scenarium:support:token')).toBe(only(server).token);
  });

  it('given a token that expires in mid-dialogue, then what waits is said in a new conversation', async () => {
    const server = await startServer();
    const client = startClient(server.url);
    await becomes(client, 'online');
    only(server).token = 'another';

    server.cut();
    client.send('still here');

    await shows(client, ['still here', 'You said: still here']);
    expect(server.store.held.size).toBe(2);
  });

  it('given an agent that does not exist, then the problem is told', async () => {
    const server = await startServer();
    const client = startClient(server.url, { agent: 'nobody' });

    const told = await new Promise((resolve) => client.on('problem', resolve));

    expect(told).toMatchObject({ code: 'agent_not_found', status: 404 });
  });
});

function fetches({ requests }: StandIn): string[] {
  return requests.filter((request) => request.startsWith('GET'));
}

function keys(store: Store): string[] {
  return Array.from({ length: store.length }, (_, index) => store.key(index) ?? '');
}
