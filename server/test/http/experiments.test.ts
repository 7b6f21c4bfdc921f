import { randomBytes } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assign } from '../../src/features/experiments/operations/assign.ts';
import { eventually } from '../support/publish.ts';
import { spawnServer, type SpawnedServer } from '../support/spawn-server.ts';
import { startEngine, type TestEngine } from '../support/start-engine.ts';
import { offer } from '../support/offer.ts';

const CONTACTS = 400;
const halves = [
  { id: 'a', weight: 50 },
  { id: 'b', weight: 50 },
] as const;
const goals = [{ kind: 'outcome', name: 'sold' }];

let engine: TestEngine;
let servers: [SpawnedServer, SpawnedServer];
let token: string;

beforeAll(async () => {
  engine = await startEngine();
  const env = { MONGODB_URI: engine.uri, SECRET_KEY: randomBytes(32).toString('base64') };
  const first = await spawnServer({ env });
  servers = [first, await spawnServer({ env })];
  token = await first.signIn();
}, 120_000);
afterAll(async () => {
  await Promise.all(servers.map((server) => server.remove()));
  await engine.stop();
});

const call = async (method: string, path: string, body?: object) =>
  (await servers[0].call(method, path, { token, ...(body && { body }) })).body;

/** An agent on the first of two published versions of one scenario. */
async function agentOfTwo(id: string): Promise<{ agent: string; scenario: string; versions: [string, string] }> {
  const stored = await call('POST', 'scenarios', { document: offer(id, 'May I send it?') });
  const one = await call('POST', `scenarios/${stored.id}/versions`, {});
  const draft = { revision: stored.draftRevision, source: { document: offer(id, 'Shall I send it today?') } };
  await call('PUT', `scenarios/${stored.id}/draft`, draft);
  const two = await call('POST', `scenarios/${stored.id}/versions`, {});
  const agent = await call('POST', 'agents', { slug: id, name: id, version: one.id });
  return { agent: agent.id, scenario: stored.id, versions: [one.id, two.id] };
}

const variantsOf = ([one, two]: readonly string[]) => [
  { name: 'As it is', version: one, weight: 50 },
  { name: 'Sooner', version: two, weight: 50 },
];

/** Says it until it is acknowledged, however often the server dies. */
async function surely(server: SpawnedServer, path: string, body: object): Promise<Taken> {
  for (;;) {
    const answer = await server.call('POST', path, { token, body }).catch(() => null);
    if (answer?.status === 200) return answer.body as Taken;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

interface Taken {
  conversation: string;
  replies: { text: string }[];
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const rest = [...items];
  await Promise.all(
    Array.from({ length: 25 }, async () => {
      for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item);
    }),
  );
}

describe('an experiment', () => {
  it('given 400 contacts and a server that is killed twice, then each is counted once, on the variant of the hash', async () => {
    const { agent, versions } = await agentOfTwo('offers');
    const plan = { agent, name: 'Sooner', variants: variantsOf(versions), goals };
    const { id } = await call('POST', 'experiments', plan);
    expect(await call('POST', `experiments/${id}/start`)).toMatchObject({ status: 'running' });
    expect(await call('GET', `agents/${agent}`)).toMatchObject({ experiment: id, version: versions[0] });
    await known();

    const contacts = Array.from({ length: CONTACTS }, (_, at) => ({ contact: `c${at}`, at }));
    const variantOf = ({ contact }: { contact: string }) => assign(id as string, halves, contact).id;
    const buys = ({ contact, at }: { contact: string; at: number }) =>
      at % (variantOf({ contact }) === 'a' ? 4 : 3) === 0;
    const [server, other] = servers;
    const conversations = new Map<string, string>();
    let [done, killed] = [0, Promise.resolve()];
    const step = (): void => {
      done += 1;
      if (done !== CONTACTS / 2 && done !== (CONTACTS * 3) / 2) return;
      server.signal('SIGKILL');
      killed = server.gone.then(() => server.start());
    };
    await inParallel(contacts, async ({ contact }) => {
      const begun = { id: 'first', command: 'offer', contact };
      conversations.set(contact, (await surely(server, `agents/${agent}/run`, begun)).conversation);
      step();
    });
    await inParallel(contacts, async (contact) => {
      const answer = { id: 'answer', text: buys(contact) ? 'yes' : 'no' };
      await surely(server, `conversations/${conversations.get(contact.contact)}/messages`, answer);
      step();
    });
    await killed;
    await inParallel(contacts.slice(0, 20), ({ contact }) =>
      surely(other, `agents/${agent}/run`, { id: 'second', command: 'offer', contact }),
    );

    const expected = halves.map(({ id: variant }) => {
      const mine = contacts.filter((contact) => variantOf(contact) === variant);
      const again = mine.filter(({ at }) => at < 20).length;
      return { contacts: mine.length, runs: mine.length + again, conversions: mine.filter(buys).length, failures: 0 };
    });
    const counts = async () =>
      (await call('GET', `experiments/${id}/results`)).variants.map(
        ({ contacts: all, runs, conversions, failures }: Record<string, number>) => ({
          contacts: all,
          runs,
          conversions,
          failures,
        }),
      );
    await eventually(counts, (seen) => JSON.stringify(seen) === JSON.stringify(expected), 30_000);
    const results = await call('GET', `experiments/${id}/results`);
    expect(results).toMatchObject({ verdict: { fewest: 100 }, split: { isPlanned: true } });
    expect(results.variants[0].interval[0]).toBeLessThan(results.variants[0].rate);

    const finished = await call('POST', `experiments/${id}/finish`, { promote: 'b' });
    expect(finished).toMatchObject({ status: 'finished', promoted: 'b' });
    expect(await call('POST', `experiments/${id}/finish`, { promote: 'b' })).toMatchObject({ status: 'finished' });
    expect(await call('GET', `agents/${agent}`)).toMatchObject({ experiment: null, version: versions[1] });
    await known();
    const after = { id: 'third', command: 'offer', contact: 'c0', wait: 10_000 };
    const { replies } = await surely(other, `agents/${agent}/run`, after);
    expect(replies.at(-1)?.text).toBe('Shall I send it today?');
    expect(await counts()).toEqual(expected);
  }, 240_000);

  it('given a version that is gone, then the experiment pauses by itself and the agent answers with its own', async () => {
    const { agent, versions } = await agentOfTwo('vanishing');
    const variants = [versions[1], versions[1]].map((version, at) => ({ name: `${at}`, version, weight: 50 }));
    const { id } = await call('POST', 'experiments', { agent, name: 'Gone', variants, goals });
    await call('POST', `experiments/${id}/start`);
    const client = await MongoClient.connect(engine.uri);
    await client.db('scenarium').collection<{ _id: string }>('versions').deleteOne({ _id: versions[1] });
    await client.close();
    // Forgets what it compiled.
    servers[0].signal('SIGTERM');
    await servers[0].gone;
    await servers[0].start();
    const run = { id: 'r', command: 'offer', contact: 'Ann', wait: 10_000 };
    const { replies } = await surely(servers[0], `agents/${agent}/run`, run);
    expect(replies.at(-1)?.text).toBe('May I send it?');
    expect(await call('GET', `experiments/${id}`)).toMatchObject({
      status: 'paused',
      broken: expect.stringMatching(/a|b/),
    });
    expect(await call('GET', `agents/${agent}`)).toMatchObject({ experiment: null });
    expect(await call('POST', `experiments/${id}/start`)).toMatchObject({ code: 'version_not_found' });
    expect(await call('POST', `experiments/${id}/finish`, { promote: 'a' })).toMatchObject({
      code: 'version_not_found',
    });
    expect(await call('POST', `experiments/${id}/finish`, {})).toMatchObject({ status: 'finished', promoted: null });
  }, 60_000);

  it('given a plan that cannot work, then a code says why', async () => {
    const { agent, versions } = await agentOfTwo('refusals');
    const [one, two] = variantsOf(versions);
    const talking = { ...offer('talking', 'Yes?'), triggers: [{ id: 't', type: 'conversation', step: 'ask' }] };
    const stored = await call('POST', 'scenarios', { document: talking });
    const another = (await call('POST', `scenarios/${stored.id}/versions`, {})).id;
    const plan = { agent, name: 'Plan', variants: [one, two], goals };
    const refusals: [object, string][] = [
      [{ variants: [one, { ...two, weight: 40 }] }, 'experiment_weights'],
      [{ variants: [one, { ...two, version: 'none' }] }, 'version_not_found'],
      [{ variants: [one, { ...two, version: another }] }, 'experiment_triggers'],
      [{ goals: [{ kind: 'outcome', name: 'rich' }] }, 'experiment_goal_unknown'],
      [{ goals: [{ kind: 'event', name: 'sold' }] }, 'experiment_goal_unknown'],
      [{ variants: [one] }, 'invalid_request'],
      [{ minimalEffect: 0 }, 'invalid_request'],
      [{ agent: 'nobody' }, 'agent_not_found'],
    ];
    for (const [change, code] of refusals)
      expect([change, (await call('POST', 'experiments', { ...plan, ...change })).code]).toEqual([change, code]);
    expect((await call('GET', 'experiment-size?rate=0.2&minimalEffect=0.05&weights=50,50')).contacts).toBeGreaterThan(
      2_000,
    );
    expect((await call('GET', 'experiment-size?rate=2&minimalEffect=0.05&weights=50')).code).toBe('invalid_request');
  });

  it('given its states, then only what they allow happens, and only one runs for an agent', async () => {
    const { agent, versions } = await agentOfTwo('states');
    const plan = {
      agent,
      name: 'Plan',
      variants: variantsOf(versions),
      goals: [...goals, { kind: 'event', name: 'offered' }],
    };
    const [first, second] = [await call('POST', 'experiments', plan), await call('POST', 'experiments', plan)];
    const codeOf = async (path: string, body: object = {}) => (await call('POST', `experiments/${path}`, body)).code;
    expect(await codeOf(`${first.id}/finish`)).toBe('experiment_status');
    expect(await codeOf(`${first.id}/pause`)).toBe('experiment_status');
    await call('PATCH', `experiments/${first.id}`, { minimalEffect: 0.1 });
    await call('POST', `experiments/${first.id}/start`);
    expect(await codeOf(`${first.id}/start`)).toBeUndefined();
    expect(await codeOf(`${second.id}/start`)).toBe('experiment_running');
    expect((await call('PATCH', `experiments/${first.id}`, { minimalEffect: 0.2 })).code).toBe('experiment_status');
    expect(await call('PATCH', `experiments/${first.id}`, { name: 'Better' })).toMatchObject({
      name: 'Better',
      minimalEffect: 0.1,
    });
    expect((await call('DELETE', `experiments/${first.id}`)).code).toBe('experiment_status');
    expect(await codeOf(`${first.id}/finish`, { promote: 'z' })).toBe('variant_not_found');

    // An event counts as soon as it is emitted, although the run goes on.
    await known();
    await surely(servers[0], `agents/${agent}/run`, { id: 'r', command: 'offer', contact: 'Ann', wait: 10_000 });
    const conversions = async () =>
      (await call('GET', `experiments/${first.id}/results`)).variants.reduce(
        (sum: number, variant: { conversions: number }) => sum + variant.conversions,
        0,
      );
    await eventually(conversions, (count) => count === 1);

    await call('POST', `experiments/${first.id}/pause`);
    expect(await call('POST', `experiments/${second.id}/start`)).toMatchObject({ status: 'running' });
    expect(await codeOf(`${first.id}/start`)).toBe('experiment_running');
    expect(await codeOf(`${first.id}/pause`)).toBeUndefined();
    expect(await call('GET', `agents/${agent}`)).toMatchObject({ experiment: second.id });
    const { experiments } = await call('GET', `experiments?agent=${agent}`);
    expect(experiments.map(({ status }: { status: string }) => status)).toEqual(['running', 'paused']);
  });
});

/** Until every server knows what was changed. */
const known = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1_100));
