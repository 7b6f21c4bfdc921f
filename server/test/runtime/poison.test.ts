import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deadly } from '../mutants/mutants.ts';
import { beginTalk, eventually, publish, type Talk } from '../support/publish.ts';
import { spawnServer, type SpawnedServer } from '../support/spawn-server.ts';
import { echo } from './scenarios.ts';

let server: SpawnedServer;
let token: string;
let agent: string;

beforeAll(async () => {
  server = await spawnServer({ mutant: deadly.name });
  token = await server.signIn();
  agent = await publish(server, token, { document: echo });
});
afterAll(() => server.remove());

const numbered = async (talk: Talk): Promise<string[]> => (await talk.heard()).filter((text) => text.startsWith('#'));

/** Counts how often the server dies and starts it again each time, until it has lived for a while. */
async function deaths(): Promise<number> {
  for (let count = 0; ; count += 1) {
    const alive = new Promise<'alive'>((resolve) => setTimeout(resolve, 7_000, 'alive'));
    if ((await Promise.race([server.gone, alive])) === 'alive') return count;
    // It may die again before it answers.
    await server.start().catch(() => undefined);
  }
}

describe('a message that kills the process which takes it up', () => {
  it('is parked after three attempts; the conversation and all others go on', async () => {
    const [victim, other] = [await beginTalk(server, agent), await beginTalk(server, agent)];
    await victim.say('1', 'before', 5_000);
    await victim.say('2', 'die').catch(() => undefined);
    expect(await deaths()).toBe(3);

    token = await server.signIn();
    const { body } = await server.call('GET', 'parked-messages', { token });
    expect(body.parked).toEqual([
      expect.objectContaining({ conversation: victim.id, attempts: 3, reason: expect.any(String) }),
    ]);
    await victim.say('3', 'after', 5_000);
    await other.say('1', 'hello', 5_000);
    expect(await numbered(victim)).toEqual(['#1 before', '#2 after']);
    expect(await numbered(other)).toEqual(['#1 hello']);

    const { id } = body.parked[0] as { id: string };
    const retry = () => server.call('POST', `parked-messages/${encodeURIComponent(id)}/retry`, { token });
    await retry().catch(() => undefined);
    expect(await deaths()).toBe(3);
    token = await server.signIn();
    // It died before or after the message was taken off the list: in neither case is it queued once more.
    const { status, body: answer } = await retry();
    expect([
      [200, true, undefined],
      [404, undefined, 'parked_not_found'],
    ]).toContainEqual([status, answer.duplicate, answer.code]);
    const { parked } = (await server.call('GET', 'parked-messages', { token })).body;
    expect(parked).toEqual([expect.objectContaining({ conversation: victim.id, attempts: 3 })]);
    expect(parked[0].id).not.toBe(id);
  }, 120_000);

  it('is told apart from messages whose process was killed by something else', async () => {
    const talk = await beginTalk(server, agent);
    await talk.say('1', 'hello', 5_000);
    for (let round = 0; round < 5; round += 1) {
      void talk.say(`kill-${round}`, `m${round}`).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 3));
      server.signal(round % 2 === 0 ? 'SIGKILL' : 'SIGTERM');
      await server.gone;
      await server.start();
      await talk.say(`kill-${round}`, `m${round}`, 10_000);
    }
    const heard = await eventually(
      () => numbered(talk),
      (seen) => seen.length === 6,
    );
    expect(heard).toEqual(['#1 hello', ...[0, 1, 2, 3, 4].map((round) => `#${round + 2} m${round}`)]);
  }, 120_000);
});
