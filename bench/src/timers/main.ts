// Very many conversations wait for a timer; those that are due within a minute must fire in time, none early, none twice.
// node tooling/run.mjs bench/src/timers/main.ts [--timers 100000] [--due 5000] [--processes 2]
// Last line: one JSON object; lateness in milliseconds.
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { BSON, MongoClient, type Db } from 'mongodb';
import { Scenario } from '@scenarium/language';
import { startEngine } from '../rig/engine.ts';
import { freePort } from '../rig/free-port.ts';
import { endProcess, startProcess } from '../rig/processes.ts';
import { ADMIN, post, publishAgent } from '../rig/publish-agent.ts';

const { values } = parseArgs({
  options: {
    timers: { type: 'string', default: '100000' },
    due: { type: 'string', default: '5000' },
    processes: { type: 'string', default: '2' },
  },
});
const timers = Number(values.timers);
const due = Number(values.due);
const FIRST_MS = 20_000;
const SPAN_MS = 60_000;
const AFTER_MS = 10_000;
const BATCH = 2_000;

interface Waiting {
  _id: string;
  timers: { id: string; at: number }[];
  dueAt: Date;
}

const waiting = Scenario.parse({
  format: 1,
  id: 'waiting',
  name: 'Waiting',
  locales: ['en'],
  triggers: [{ id: 'start', type: 'conversation', step: 'wait' }],
  steps: [
    { id: 'wait', type: 'wait', for: '1h' },
    { id: 'say', type: 'message', text: 'now' },
    { id: 'end', type: 'end', outcome: 'said' },
  ],
  flows: [
    { id: 'f1', from: 'wait', to: 'say' },
    { id: 'f2', from: 'say', to: 'end' },
  ],
  messages: { en: { now: 'Now' } },
});

const engine = await startEngine();
const env = {
  MONGODB_URI: engine.uri,
  DATA_DIR: engine.folder,
  LOGS_DIR: `${engine.folder}/logs`,
  DEMO: 'false',
  SECRET_KEY: randomBytes(32).toString('base64'),
  ...ADMIN,
};
const servers = [];
for (let i = 0; i < Number(values.processes); i += 1)
  servers.push(await startProcess('server/src/main.ts', await freePort(), env));
const client = await MongoClient.connect(engine.uri);
try {
  const db = client.db('scenarium');
  const url = (servers[0] as { url: string }).url;
  const agent = await publishAgent(url, waiting);
  const { conversation } = await post<{ conversation: { id: string } }>(url, '/conversations', { agent });
  const begin = Date.now();
  const expected = await plant(db, conversation.id);
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, begin + FIRST_MS + SPAN_MS + AFTER_MS - Date.now())));
  process.stdout.write(`${JSON.stringify({ timers, due, ...(await judge(db, expected)) })}\n`);
} finally {
  await client.close();
  for (const server of servers) await endProcess(server, 'SIGTERM');
  await engine.stop();
}

/** Copies a conversation that waits, very often; answers when each of those soon due is due. */
async function plant(db: Db, model: string): Promise<Map<string, number>> {
  const conversations = db.collection<Waiting>('conversations');
  let found: Waiting | null = null;
  while (!found?.timers.length) found = await conversations.findOne({ _id: model });
  const messages = db.collection<{ _id: string }>('messages');
  const text = BSON.EJSON.stringify({
    conversation: found,
    rows: await messages.find({ conversation: model }).toArray(),
  });
  const now = Date.now();
  const soon = new Map<string, number>();
  for (let made = 0; made < timers; made += BATCH) {
    const copies = Array.from({ length: Math.min(BATCH, timers - made) }, (_, i) => {
      const id = randomBytes(12).toString('hex');
      const isDue = made + i < due;
      const at = now + (isDue ? FIRST_MS + Math.floor((SPAN_MS * (made + i)) / due) : 3_600_000 + (made + i) * 100);
      if (isDue) soon.set(id, at);
      const copy = BSON.EJSON.parse(text.replaceAll(model, id)) as { conversation: Waiting; rows: { _id: string }[] };
      const own = copy.conversation.timers.map((timer) => ({ ...timer, at }));
      return { ...copy, conversation: { ...copy.conversation, timers: own, dueAt: new Date(at) } };
    });
    await messages.insertMany(copies.flatMap(({ rows }) => rows));
    await conversations.insertMany(copies.map(({ conversation }) => conversation));
  }
  return soon;
}

async function judge(db: Db, expected: Map<string, number>) {
  const fired = await db
    .collection<{ conversation: string; at: Date }>('messages')
    .find({ conversation: { $in: [...expected.keys()] }, 'body.kind': 'timer' })
    .toArray();
  const said = await db
    .collection('messages')
    .countDocuments({ conversation: { $in: [...expected.keys()] }, direction: 'out' });
  const lateness = fired.map(({ conversation, at }) => at.getTime() - (expected.get(conversation) ?? 0));
  lateness.sort((a, b) => a - b);
  const at = (share: number): number => lateness[Math.floor((lateness.length - 1) * share)] ?? NaN;
  return {
    fired: fired.length,
    said,
    missed: expected.size - new Set(fired.map(({ conversation }) => conversation)).size,
    twice: fired.length - new Set(fired.map(({ conversation }) => conversation)).size,
    early: lateness.filter((ms) => ms < 0).length,
    p50: at(0.5),
    p99: at(0.99),
    worst: at(1),
  };
}
