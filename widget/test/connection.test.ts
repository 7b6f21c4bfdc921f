import { describe, expect, it, vi } from 'vitest';
import { becomes, only, shows, startClient, startServer } from './harness.ts';
import type { Held } from './stand-in-store.ts';

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

  it('given an acknowledgement that is lost but an echo that is not, then the message is sent and shown once', async () => {
    const server = await startServer();
    const client = startClient(server.url);
    await becomes(client, 'online');
    server.isLosingAcks = true;

    client.send('once');

    await shows(client, ['once', 'You said: once']);
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
