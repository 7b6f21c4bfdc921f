// Kills the database engine in the very moment in which a write was answered, and looks whether the write is still there when the
// engine is back. Last line: one JSON object, of each kind of write how many were lost. --rounds N, MUTANT as in ../mutants/register.ts.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { superviseEngine } from '../../src/platform/embedded-mongo/supervise.ts';
import { connectMongo } from '../../src/platform/mongo/connect.ts';
import { createStore, type InboundRow, type OutboundRow } from '../../src/runtime/index.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } });
const folder = mkdtempSync(join(tmpdir(), 'engine-kill-'));
const facts = '.cache/engine.json';
const engine = await superviseEngine({
  dataDir: folder,
  launch: existsSync(facts) ? (JSON.parse(readFileSync(facts, 'utf8')) as object) : {},
});
const mongo = await connectMongo(engine.uri);
const store = createStore(mongo.db, mongo.durable);
await store.prepare();
const at = new Date();

/** Kind of write → the write, and whether it is there. */
const writes: Record<string, { write(id: string): Promise<unknown>; found(id: string): Promise<boolean> }> = {
  inbound: {
    write: (id) => store.insertInbound({ ...row(id), direction: 'in', externalId: id, pending: true } as InboundRow),
    found: async (id) => (await store.inboundByExternalId('t', 'web', id)) !== null,
  },
  outbound: {
    write: (id) => store.saveOutbound({ ...row(id), direction: 'out', command: id } as OutboundRow),
    found: async (id) => (await mongo.db.collection<{ _id: string }>('messages').findOne({ _id: id })) !== null,
  },
  traces: {
    write: (id) => store.saveTrace({ _id: id, tenant: 't', conversation: id, run: id, entries: [] }),
    found: async (id) => (await mongo.db.collection<{ _id: string }>('traces').findOne({ _id: id })) !== null,
  },
  commit: {
    write: (id) => store.commit({ _id: 'c', revision: Number(id.split('-')[1]), commitId: id, set: {} }),
    found: async (id) => (await store.read('c'))?.commitId === id,
  },
};

await mongo.db.collection<{ _id: string; revision: number }>('conversations').insertOne({ _id: 'c', revision: 0 });
const lost: Record<string, number> = {};
for (const [kind, { write, found }] of Object.entries(writes)) {
  lost[kind] = 0;
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const id = `${kind}-${round}`;
    await write(id);
    process.kill(engine.pid() as number, 'SIGKILL');
    await back();
    if (!(await found(id))) lost[kind] += 1;
  }
}
await mongo.close();
await engine.stop();
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${JSON.stringify(lost)}\n`);
process.exit(0);

function row(id: string) {
  return {
    _id: id,
    tenant: 't',
    conversation: id,
    channel: 'web',
    seq: 1,
    at,
    body: { kind: 'message' as const, text: 'Hello' },
  };
}

async function back(): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve, 50));
  while (engine.state() !== 'ready' || !(await mongo.ping()));
}
