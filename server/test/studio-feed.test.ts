import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { echo } from './runtime/scenarios.ts';
import { beginTalk, publish } from './support/publish.ts';
import { startServer, type TestServer } from './support/start-server.ts';

let server: TestServer;
let token: string;
let agent: string;
const open: Socket[] = [];

beforeAll(async () => {
  server = await startServer({ DEMO: 'false' });
  token = await server.signIn();
  agent = await publish(server, token, { document: echo });
}, 60_000);
afterAll(() => server?.stop());
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect();
});

interface Studio {
  socket: Socket;
  heard: { topic: string; state: unknown }[];
  /** The state of a topic as soon as it is like that. */
  state<T>(topic: string, is: (state: T) => boolean): Promise<T>;
}

async function studio(auth: object = { token }): Promise<Studio> {
  const socket = io(`${server.url}/studio`, { transports: ['websocket'], auth, reconnection: false });
  open.push(socket);
  const heard: Studio['heard'] = [];
  socket.on('changed', (payload) => heard.push(payload as Studio['heard'][number]));
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', resolve);
    socket.on('connect_error', reject);
  });
  return {
    socket,
    heard,
    state: async <T>(topic: string, is: (state: T) => boolean) => {
      let found: { state: unknown } | undefined;
      await expect
        .poll(() => (found = heard.findLast((one) => one.topic === topic && is(one.state as T))), { timeout: 8_000 })
        .toBeTruthy();
      return found?.state as T;
    },
  };
}

interface DraftState {
  revision: number;
  editors: { id: string; name: string; step: string | null }[];
}

async function someScenario(): Promise<{ id: string; draft: object; draftRevision: number }> {
  const { body } = await server.call('GET', 'scenarios', { token });
  return (await server.call('GET', `scenarios/${body.scenarios[0].id}`, { token })).body;
}

describe('what an open studio is told', () => {
  it('given a conversation begins, then the list is another one, and so is the conversation with every turn', async () => {
    const { socket, state } = await studio();
    socket.emit('watch', 'conversations');
    const first = await state<string>('conversations', () => true);
    const talk = await beginTalk(server, agent);
    await state<string>('conversations', (now) => now !== first);
    socket.emit('watch', `conversation:${talk.id}`);
    const before = await state<number>(`conversation:${talk.id}`, () => true);
    await talk.say('m1', 'one', 5_000);
    await state<number>(`conversation:${talk.id}`, (now) => now > before);
  });

  it('given two have a draft open, then each sees the other, the step, what was saved, and when the other leaves', async () => {
    const { id, draft, draftRevision } = await someScenario();
    const [one, other] = [await studio(), await studio()];
    for (const { socket } of [one, other]) socket.emit('watch', `scenario:${id}`);
    one.socket.emit('here', { scenario: id, step: 'greet' });
    other.socket.emit('here', { scenario: id, step: null });
    const seen = await other.state<DraftState>(`scenario:${id}`, ({ editors }) => editors.length === 2);
    expect(seen.editors.find((editor) => editor.id === one.socket.id)).toMatchObject({ step: 'greet' });
    const body = { revision: draftRevision, source: { document: draft } };
    expect((await server.call('PUT', `scenarios/${id}/draft`, { token, body })).status).toBe(200);
    await other.state<DraftState>(`scenario:${id}`, ({ revision }) => revision === draftRevision + 1);
    one.socket.disconnect();
    await other.state<DraftState>(`scenario:${id}`, ({ editors }) => editors.length === 1);
  });

  it('given no token, a wrong one or a visitor’s, then there is no connection', async () => {
    const visitor = await beginTalk(server, agent);
    for (const auth of [{}, { token: 'x' }, { token: visitor.token }])
      await expect(studio(auth)).rejects.toThrow('unauthenticated');
  });

  it('given rubbish, unknown topics and those of other organisations, then nothing is told and nothing breaks', async () => {
    const { socket, heard, state } = await studio();
    for (const name of [
      '__proto__',
      'constructor:x',
      'agents',
      '',
      7,
      null,
      { topic: 'conversations' },
      'x'.repeat(500),
    ])
      socket.emit('watch', name);
    socket.emit('here', { scenario: { $ne: 1 }, step: [] });
    socket.emit('watch', 'conversation:nobody');
    expect(await state('conversation:nobody', () => true)).toBeNull();
    expect(heard.map(({ topic }) => topic)).toEqual(['conversation:nobody']);
  });

  it('given more than fifty messages in a second, then the connection ends', async () => {
    const { socket } = await studio();
    for (let i = 0; i < 80; i += 1) socket.emit('watch', 'conversations');
    await expect.poll(() => socket.connected, { timeout: 5_000 }).toBe(false);
  });
});
