import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginTalk, eventually, publish, type Talk } from '../support/publish.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import { echo, looking, telling } from './scenarios.ts';

let server: TestServer;
let token: string;
let service: Server;
/** Texts the service was told, and its answers that wait to be given. */
const told: string[] = [];
const answers: (() => void)[] = [];

beforeAll(async () => {
  service = createServer((request, response) => {
    let body = '';
    request.on('data', (data) => (body += data));
    request.on('end', () => {
      const asked = new URL(request.url ?? '', 'http://service').searchParams.get('text');
      told.push(asked ?? (JSON.parse(body) as { text: string }).text);
      answers.push(() => response.end('{}'));
    });
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  const { port } = service.address() as AddressInfo;
  server = await startServer({ DEMO: 'false', EGRESS_ALLOW: `127.0.0.1:${port}` });
  token = await server.signIn();
});
afterAll(async () => {
  service.closeAllConnections();
  service.close();
  await server.stop();
});

async function talkTo(document: object, id: string, turnTaking: object): Promise<Talk> {
  const { port } = service.address() as AddressInfo;
  const settings = { turnTaking, variables: { url: `http://127.0.0.1:${port}/` } };
  const talk = await beginTalk(server, await publish(server, token, { document: { ...document, id }, settings }));
  await eventually(talk.heard, (heard) => heard.length === 1);
  return talk;
}

const numbered = (heard: string[]): string[] => heard.filter((text) => text.startsWith('#'));
const sayAll = (talk: Talk, texts: string[]) => Promise.all(texts.map((text) => talk.say(`id-${text}`, text)));

describe('turn-taking', () => {
  it('given “each”, when ten messages come at once, then each has its answer, in order', async () => {
    const talk = await talkTo(echo, 'each', { policy: 'each', windowMs: 0 });
    const texts = Array.from({ length: 10 }, (_, i) => `m${i}`);
    const accepted = await sayAll(talk, texts);
    expect(accepted.map(({ status }) => status)).toEqual(texts.map(() => 200));
    const heard = await eventually(talk.heard, (seen) => numbered(seen).length === 10);
    expect(numbered(heard).map((text) => text.split(' ')[0])).toEqual(texts.map((_, i) => `#${i + 1}`));
    expect(
      numbered(heard)
        .map((text) => text.split(' ')[1])
        .sort(),
    ).toEqual(texts);
  });

  it('given “collect”, when messages come within the window, then one turn takes them together', async () => {
    const talk = await talkTo(echo, 'collect', { policy: 'collect', windowMs: 400 });
    for (const [i, text] of ['I', 'have', 'a question'].entries()) await talk.say(`id-${i}`, text);
    const heard = await eventually(talk.heard, (seen) => numbered(seen).length > 0);
    expect(numbered(heard)).toEqual(['#1 I\nhave\na question']);
    await talk.say('later', 'another one', 5_000);
    expect(numbered(await talk.heard())).toEqual(['#1 I\nhave\na question', '#2 another one']);
  });

  it('given “merge”, when messages come while a side effect runs, then one turn takes them together after it', async () => {
    const talk = await talkTo(telling, 'merge', { policy: 'merge', windowMs: 0 });
    await talk.say('1', 'first');
    await eventually(
      async () => answers.length,
      (count) => count === 1,
    );
    for (const text of ['second', 'third']) await talk.say(text, text);
    answers.pop()?.();
    await eventually(
      async () => told.at(-1),
      (text) => text === 'second\nthird',
    );
    answers.pop()?.();
    const heard = await eventually(talk.heard, (seen) => numbered(seen).length === 2);
    expect(numbered(heard)).toEqual(['#1 first', '#2 second\nthird']);
  });

  it('given “interrupt”, when a message comes while something that may be repeated runs, then it is given up for it', async () => {
    const talk = await talkTo(looking, 'interrupt', { policy: 'interrupt', windowMs: 0 });
    await talk.say('1', 'wrong');
    await eventually(
      async () => told.at(-1),
      (text) => text === 'wrong',
    );
    const late = answers.pop();
    await talk.say('2', 'right');
    await eventually(
      async () => told.at(-1),
      (text) => text === 'right',
    );
    late?.();
    answers.pop()?.();
    const heard = await eventually(talk.heard, (seen) => seen.length === 2);
    expect(heard).toEqual(['Next?', 'Found: right']);
  });

  it('given “interrupt”, when a message comes while something that must not be done twice runs, then it waits', async () => {
    const talk = await talkTo(telling, 'no-interrupt', { policy: 'interrupt', windowMs: 0 });
    await talk.say('1', 'order');
    await eventually(
      async () => told.at(-1),
      (text) => text === 'order',
    );
    await talk.say('2', 'another order');
    answers.pop()?.();
    await eventually(
      async () => told.at(-1),
      (text) => text === 'another order',
    );
    answers.pop()?.();
    const heard = await eventually(talk.heard, (seen) => numbered(seen).length === 2);
    expect(numbered(heard)).toEqual(['#1 order', '#2 another order']);
    expect(told.filter((text) => text === 'order')).toHaveLength(1);
  });
});
