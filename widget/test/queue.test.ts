import { describe, expect, it, vi } from 'vitest';
import { createMemoryStore, type Store } from '../src/client/store.ts';
import { becomes, NOWHERE, refusal, shows, startClient, startServer, texts, waiting } from './harness.ts';
import { problem } from './stand-in.ts';

describe('what waits to be sent', () => {
  it('given no server, when the page is reloaded, then what was said is sent in order with the same ids', async () => {
    const store = createMemoryStore();
    const before = startClient(NOWHERE, { store });
    const ids = ['a', 'b', 'c'].map((text) => before.send(text));
    before.close();
    const server = await startServer();

    const after = startClient(server.url, { store });
    expect(texts(after)).toEqual(['a (sending)', 'b (sending)', 'c (sending)']);

    await shows(after, ['a', 'You said: a', 'b', 'You said: b', 'c', 'You said: c']);
    expect(server.received.map(({ id }) => id)).toEqual(ids);
    expect(waiting(store)).toEqual([]);
  });

  it('given two tabs over one store, when both send what waits, then it is there once and in order', async () => {
    const store = createMemoryStore();
    const away = startClient(NOWHERE, { store });
    for (const text of ['a', 'b', 'c']) away.send(text);
    away.close();
    const server = await startServer();

    const tabs = [startClient(server.url, { store }), startClient(server.url, { store })];

    for (const tab of tabs) await shows(tab, ['a', 'You said: a', 'b', 'You said: b', 'c', 'You said: c']);
    expect(tabs[0]?.conversation?.id).toBe(tabs[1]?.conversation?.id);
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

  it.each([500, 502])(
    'given a server that answers one message with %i again and again, then it is passed over',
    async (status) => {
      const server = await startServer();
      server.refuse = ({ text }) => (text === 'poison' ? problem(status, 'internal_error') : undefined);
      const client = startClient(server.url);
      await becomes(client, 'online');

      const id = client.send('poison');
      client.send('good');
      await shows(client, ['good', 'You said: good', 'poison (failed)']);
      const tries = server.received.filter((sent) => sent.text === 'poison');
      expect(tries.length).toBeGreaterThan(3);
      expect(new Set(tries.map((sent) => sent.id))).toEqual(new Set([id]));

      server.refuse = () => undefined;
      client.retry(id);
      await shows(client, ['good', 'You said: good', 'poison', 'You said: poison']);
    },
  );

  it('given a message that was passed over, when the page is reloaded, then it waits for its writer, not in the way', async () => {
    const server = await startServer();
    server.refuse = ({ text }) => (text === 'poison' ? problem(500, 'internal_error') : undefined);
    const store = createMemoryStore();
    const before = startClient(server.url, { store });
    before.send('poison');
    await shows(before, ['poison (failed)']);
    before.close();

    const after = startClient(server.url, { store });
    after.send('good');

    await shows(after, ['good', 'You said: good', 'poison (failed)']);
  });

  it('given a server that takes nothing at all for a while, then every message waits and none is passed over', async () => {
    const server = await startServer();
    server.refuse = () => problem(503, 'database_unavailable');
    const client = startClient(server.url);
    client.send('a');
    client.send('b');
    await vi.waitFor(() => expect(server.received.length).toBeGreaterThan(20));
    expect(texts(client)).toEqual(['a (sending)', 'b (sending)']);

    server.refuse = () => undefined;

    await shows(client, ['a', 'You said: a', 'b', 'You said: b']);
  });

  it('given a message that no socket carries, then it is sent over HTTP, and its refusal lets the rest go on', async () => {
    const server = await startServer();
    server.deafTo = ({ text }) => text === 'huge';
    server.refuse = ({ text }) => (text === 'huge' ? problem(413, 'too_large') : undefined);
    const client = startClient(server.url);
    await becomes(client, 'online');

    client.send('huge');
    client.send('good');

    await shows(client, ['good', 'You said: good', 'huge (failed)']);
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
    expect(waiting(store)).toEqual([]);
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
    const client = startClient(NOWHERE, { queueLimit: 2 });
    client.send('a');
    client.send('b');

    expect(() => client.send('c')).toThrow(refusal('queue_full'));
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
