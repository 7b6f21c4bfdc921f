import { describe, expect, it, vi } from 'vitest';
import { createMemoryStore } from '../src/client/store.ts';
import { becomes, refusal, startClient, startServer, texts } from './harness.ts';

describe('a long history', () => {
  /** A visitor who comes back to a dialogue of so many messages. */
  async function cameBack(count: number) {
    const server = await startServer();
    server.store.greet = () => Array.from({ length: count }, (_, index) => ({ text: `m${index}` }));
    const held = server.store.begin({ id: 'long', agent: 'support', locale: ['en'] });
    const store = createMemoryStore();
    store.setItem('scenarium:support:token', held.token);
    const client = startClient(server.url, { store });
    await becomes(client, 'online');
    const expected = (from: number) => held.messages.slice(from).map(({ text }) => text);
    return { server, held, client, expected };
  }

  it('given 10,000 messages, when opened, then only the newest page is asked for', async () => {
    const { server, client, expected } = await cameBack(10_000);

    expect(texts(client)).toEqual(expected(9_950));
    expect(client.hasEarlier).toBe(true);
    expect(server.requests.filter((request) => request.startsWith('GET'))).toHaveLength(1);
  });

  it('given earlier pages, when loaded to the beginning, then everything is there once and in order', async () => {
    const { client, expected } = await cameBack(120);

    await Promise.all([client.loadEarlier(), client.loadEarlier()]);
    expect(texts(client)).toEqual(expected(20));
    await client.loadEarlier();

    expect(texts(client)).toEqual(expected(0));
    expect(client.hasEarlier).toBe(false);
  });

  it('given an earlier page that fails, then it is told, and loaded when asked for again', async () => {
    const { client, server, expected } = await cameBack(120);
    server.unavailable.push(0);

    await expect(client.loadEarlier()).rejects.toThrow(refusal('database_unavailable'));
    await client.loadEarlier();

    expect(texts(client)).toEqual(expected(20));
  });

  it('given a connection that is lost, when it is back, then exactly what is missing comes, and nothing earlier', async () => {
    const { client, server, held, expected } = await cameBack(120);
    const asked = server.requests.length;
    server.isDeaf = true;
    server.cut();
    await becomes(client, 'offline');
    const missed = Array.from({ length: 300 }, (_, index) => ({ text: `missed ${index}` }));
    server.store.say(held, missed);
    server.isDeaf = false;
    client.wake();

    await vi.waitFor(() => expect(texts(client)).toEqual(expected(70)), { timeout: 5_000 });
    expect(server.requests.slice(asked).filter((request) => request.startsWith('GET'))).toEqual([]);
  });
});
