import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEngine, type TestEngine } from '../support/start-engine.ts';
import { beginTalk, eventually, publish, type Talk } from '../support/publish.ts';
import { spawnServer, type SpawnedServer } from '../support/spawn-server.ts';
import { echo } from './scenarios.ts';

let engine: TestEngine;
let servers: [SpawnedServer, SpawnedServer];
let token: string;
let agent: string;

beforeAll(async () => {
  engine = await startEngine();
  const env = { MONGODB_URI: engine.uri, SECRET_KEY: randomBytes(32).toString('base64') };
  const first = await spawnServer({ env });
  servers = [first, await spawnServer({ env })];
  token = await first.signIn();
  agent = await publish(first, token, { document: echo });
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.remove()));
  await engine.stop();
});

const numbered = async (talk: Talk): Promise<string[]> => (await talk.heard()).filter((text) => text.startsWith('#'));

/** The conversation's messages as `server` takes them. */
const sayTo = (server: SpawnedServer, talk: Talk, id: string, text: string) =>
  server.call('POST', `conversations/${talk.id}/messages`, { token: talk.token, body: { id, text } });

describe('a message delivered more than once', () => {
  it('five times in a row: one effect, every delivery acknowledged with the same place', async () => {
    const talk = await beginTalk(servers[0], agent);
    const answers = [];
    for (let i = 0; i < 5; i += 1) answers.push(await sayTo(servers[0], talk, 'same', 'hello'));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.seq}`)).size).toBe(1);
    expect(answers.map(({ body }) => body.duplicate)).toEqual([false, true, true, true, true]);
    await sayTo(servers[0], talk, 'next', 'end');
    expect(
      await eventually(
        () => numbered(talk),
        (seen) => seen.length === 2,
      ),
    ).toEqual(['#1 hello', '#2 end']);
  });

  it('ten times at once, to two processes: the same', async () => {
    const talk = await beginTalk(servers[0], agent);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => sayTo(servers[i % 2] as SpawnedServer, talk, 'same', 'hello')),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.seq}`)).size).toBe(1);
    expect(answers.filter(({ body }) => !body.duplicate)).toHaveLength(1);
    await sayTo(servers[1], talk, 'next', 'end');
    expect(
      await eventually(
        () => numbered(talk),
        (seen) => seen.length === 2,
      ),
    ).toEqual(['#1 hello', '#2 end']);
  });
});

describe('one conversation at two processes', () => {
  it('takes messages, a language and a return from a person at once, one after another, none lost', async () => {
    const talk = await beginTalk(servers[0], agent);
    const texts = Array.from({ length: 20 }, (_, i) => `m${i}`);
    const answers = await Promise.all([
      ...texts.map((text, i) => sayTo(servers[i % 2] as SpawnedServer, talk, text, text)),
      ...servers.map((server, i) =>
        server.call('PATCH', `conversations/${talk.id}`, { token: talk.token, body: { id: `l${i}`, locale: 'en' } }),
      ),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const heard = await eventually(
      () => numbered(talk),
      (seen) => seen.length === 20,
    );
    expect(heard.map((text) => text.split(' ')[0])).toEqual(texts.map((_, i) => `#${i + 1}`));
    const { messages } = (await servers[1].call('GET', `conversations/${talk.id}/messages`, { token: talk.token }))
      .body;
    const said = messages.filter(({ direction }: { direction: string }) => direction === 'in');
    expect(heard.map((text) => text.split(' ')[1])).toEqual(said.map(({ text }: { text: string }) => text));
  });
});

describe('a server that is asked to stop under load', () => {
  it('is gone within ten seconds, and the other one finishes what it had accepted', async () => {
    const talks = await Promise.all(Array.from({ length: 10 }, () => beginTalk(servers[0], agent)));
    const [leaving] = servers;
    const accepted = new Map(talks.map((talk) => [talk, [] as string[]]));
    let stopped = false;
    const loads = talks.map(async (talk) => {
      for (let n = 0; !stopped; n += 1) {
        const answer = await sayTo(leaving, talk, `n${n}`, `n${n}`).catch(() => null);
        if (answer?.status === 200) accepted.get(talk)?.push(`n${n}`);
        else if (stopped) return;
      }
    });
    await eventually(
      async () => accepted.get(talks[0] as Talk)?.length ?? 0,
      (count) => count > 5,
    );
    const begin = Date.now();
    leaving.signal('SIGTERM');
    expect(await leaving.gone).toBe(0);
    expect(Date.now() - begin).toBeLessThan(10_000);
    stopped = true;
    await Promise.all(loads);
    for (const talk of talks) {
      const texts = accepted.get(talk) ?? [];
      const said = async (): Promise<string[]> => {
        const page = await servers[1].call('GET', `conversations/${talk.id}/messages?limit=500`, { token: talk.token });
        return page.body.messages.map(({ text }: { text: string }) => text);
      };
      const seen = await eventually(said, (all) => texts.every((text, i) => all.includes(`#${i + 1} ${text}`)));
      expect(new Set(seen.filter((text) => text.startsWith('#'))).size).toBe(
        seen.filter((text) => text.startsWith('#')).length,
      );
    }
    await leaving.start();
  }, 60_000);
});
