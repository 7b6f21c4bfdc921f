import { MongoClient, type Document } from 'mongodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStore, type Store } from '../../src/runtime/index.ts';
import { startEngine, type TestEngine } from '../support/start-engine.ts';

let engine: TestEngine;
let client: MongoClient;
let store: Store;
const asked: Document[] = [];

beforeAll(async () => {
  engine = await startEngine();
  client = await MongoClient.connect(engine.uri, { monitorCommands: true });
  client.on('commandStarted', ({ commandName, command }) => {
    if (commandName === 'find') asked.push(structuredClone(command));
  });
  store = createStore(client.db('indexes'), { w: 1, j: true });
  await store.prepare();
  const rows = Array.from({ length: 200 }, (_, i) => ({
    tenant: `t${i % 3}`,
    agent: `a${i % 5}`,
    updatedAt: new Date(i),
    waits: [],
  }));
  await client.db('indexes').collection('conversations').insertMany(rows);
  await client
    .db('indexes')
    .collection('messages')
    .insertMany(rows.map(({ tenant }) => ({ tenant, direction: 'out' })));
});
afterAll(async () => {
  await client.close();
  await engine.stop();
});

const queries: Record<string, () => Promise<unknown>> = {
  read: () => store.read('c'),
  list: () => store.list({ tenant: 't1' }, 10),
  'list of an agent': () => store.list({ tenant: 't1', agent: 'a1' }, 10),
  inProgress: () => store.inProgress({ tenant: 't1', agent: 'a1', version: 'v1' }, 'c', 10),
  waitingFor: () => store.waitingFor({ tenant: 't1', name: 'paid', key: '1' }, 10),
  inboundByExternalId: () => store.inboundByExternalId('t1', 'web', 'x'),
  traces: () => store.traces('c', undefined, 10),
  lastInbound: () => store.lastInbound('c'),
  inboundAfter: () => store.inboundAfter('c', 3, 10),
  forgotten: () => store.forgotten(new Date(), 10),
  applied: () => store.applied(['c', 'd']),
  parked: () => store.parked('t1', 10),
  parkedRow: () => store.parkedRow('t1', 'm'),
  beyond: () => store.beyond([{ id: 'c', seq: 1 }]),
  due: () => store.due(new Date(), 10),
  newestMessages: () => store.newestMessages('c', 0, 10, 5),
  messages: () => store.messages('c', 0, 10, 5),
};

it.for(Object.entries(queries))('%s reads by an index and sorts nothing', async ([, query]) => {
  asked.length = 0;
  await query();
  expect(asked.length).toBeGreaterThan(0);
  for (const { find, filter, sort = {}, projection = {}, limit = 1 } of asked) {
    const plan = await client.db('indexes').command({ explain: { find, filter, sort, projection, limit } });
    const winning = JSON.stringify(plan['queryPlanner'].winningPlan);
    expect(winning).not.toMatch(/COLLSCAN|"stage":"SORT"/);
  }
});
