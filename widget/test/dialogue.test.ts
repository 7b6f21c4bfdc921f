import { describe, expect, it, vi } from 'vitest';
import { createMemoryStore } from '../src/client/store.ts';
import { becomes, NOWHERE, only, refusal, shows, startClient, startServer, texts } from './harness.ts';
import type { StandIn } from './stand-in.ts';

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
    const client = startClient(NOWHERE);
    expect(() => client.send('  ')).toThrow(refusal('message_empty'));
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

  it('given a refusal that comes late, when a conversation was begun meanwhile, then that one is kept', async () => {
    const server = await startServer();
    const client = startClient(server.url);
    await becomes(client, 'online');
    const before = only(server);
    server.isDeaf = true;
    server.cut();
    await becomes(client, 'offline');
    const release = hold(server, /^POST .*messages$/);
    client.send('late');
    await vi.waitFor(() => expect(server.requests.some((request) => request.endsWith('/messages'))).toBe(true));
    before.token = 'another';
    server.isDeaf = false;
    await becomes(client, 'online');
    release();

    await shows(client, ['late', 'You said: late']);
    expect(server.store.held.size).toBe(2);
  });

  it('given a conversation that is being opened again, when begun anew, then the old one does not come back', async () => {
    const server = await startServer();
    const client = startClient(server.url);
    await becomes(client, 'online');
    const before = client.conversation?.id;
    const asked = server.requests.length;
    const release = hold(server, /^POST .*conversations$/);
    server.cut();
    await vi.waitFor(() => expect(server.requests.length).toBeGreaterThan(asked));

    client.restart();
    release();

    await vi.waitFor(() => expect(client.conversation?.id).not.toBe(before));
    expect(server.store.held.size).toBe(2);
  });

  it('given an agent that does not exist, then the problem is told', async () => {
    const server = await startServer();
    const client = startClient(server.url, { agent: 'nobody' });

    const told = await new Promise((resolve) => client.on('problem', resolve));

    expect(told).toMatchObject({ code: 'agent_not_found', status: 404 });
  });
});

/** Holds back the answers to such requests until the returned function is called. */
function hold(server: StandIn, request: RegExp): () => void {
  let release = () => {};
  server.hold = { request, until: new Promise((resolve) => (release = resolve)) };
  return release;
}
