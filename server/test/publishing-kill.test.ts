import { afterAll, beforeAll, expect, it } from 'vitest';
import { colourGreeter, greeter } from './support/greeter.ts';
import { beginTalk, eventually, publish, type Talk } from './support/publish.ts';
import { spawnServer, type SpawnedServer } from './support/spawn-server.ts';

const PEOPLE = 200;
let server: SpawnedServer;
let token: string;
let agent: string;

beforeAll(async () => {
  server = await spawnServer();
  token = await server.signIn();
  agent = await publish(server, token, { document: greeter });
}, 120_000);
afterAll(() => server?.remove());

const call = (method: string, path: string, body?: object) =>
  server.call(method, path, { token, ...(body && { body }) });
const activations = async () => (await call('GET', `agents/${agent}/activations`)).body;

/** Sends it again, under the same id, until it is taken. */
async function insist(talk: Talk, id: string, text: string): Promise<void> {
  await eventually(
    () => talk.say(id, text).catch(() => ({ status: 0 })),
    ({ status }) => status === 200,
    60_000,
  );
}

it('moves everybody once, and loses nothing they say, while the server is killed again and again', async () => {
  const talks = await Promise.all(Array.from({ length: PEOPLE }, () => beginTalk(server, agent)));
  await Promise.all(talks.map((talk) => insist(talk, 'name', 'Ann')));
  await Promise.all(talks.map((talk) => eventually(talk.heard, (heard) => heard.length === 2)));
  const { scenario } = (await call('GET', `agents/${agent}`)).body;
  await call('PUT', `scenarios/${scenario}/draft`, { revision: 1, source: { document: colourGreeter } });
  const steps = [{ step: 'ask-size', fate: 'move', to: 'ask-colour' }];
  expect((await call('POST', `scenarios/${scenario}/versions`, { activate: [{ agent, steps }] })).status).toBe(201);

  // Every fifth speaks while all this happens.
  const busy = talks.filter((_, i) => i % 5 === 0);
  const said = Promise.all(busy.map((talk) => insist(talk, 'colour', 'red')));
  const caught: number[] = [];
  for (const wait of [60, 40]) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    server.signal('SIGKILL');
    await server.gone;
    await server.start();
    caught.push((await activations()).progress.moved);
  }
  await said;
  const { progress } = await eventually(activations, ({ activations: [newest] }) => newest.state === 'asked', 60_000);
  expect(progress).toMatchObject({ toCome: 0, pending: 0, restarted: 0, finishing: 0 });
  // The first kill came in the middle.
  expect(caught[0]).toBeLessThan(progress.moved);

  await Promise.all(talks.filter((talk) => !busy.includes(talk)).map((talk) => insist(talk, 'colour', 'red')));
  const moved = ['Your name?', 'Which size?', 'Which colour?', 'Thank you Ann, in red'];
  // Who spoke before the row of the move was in the queue was answered by the old version.
  const before = ['Your name?', 'Which size?', 'Thanks Ann, size red'];
  let arrived = 0;
  for (const talk of talks) {
    const heard = await eventually(talk.heard, (texts) => /^Thank/.test(texts.at(-1) ?? ''), 30_000);
    expect(busy.includes(talk) ? [moved, before] : [moved]).toContainEqual(heard);
    arrived += heard.length === moved.length ? 1 : 0;
  }
  expect(arrived).toBe(progress.moved);
}, 180_000);
