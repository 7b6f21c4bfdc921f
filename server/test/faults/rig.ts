// Runs the real runtime on the real database while processes are killed and paused, writes fail or lose their answers, and senders
// deliver again. Last line: one JSON object of what went wrong. --rounds N, --seed N, MUTANT as in ../mutants/register.ts.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileScenario } from '@scenarium/language';
import { superviseEngine } from '../../src/platform/embedded-mongo/supervise.ts';
import { connectMongo } from '../../src/platform/mongo/connect.ts';
import {
  createRuntime,
  createStore,
  type Assignment,
  type MessageRow,
  type Ports,
  type Runtime,
} from '../../src/runtime/index.ts';
import { faultyProcess, type FaultyProcess } from './faulty-store.ts';
import { echoing } from './scenario.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '2' }, seed: { type: 'string', default: '1' } },
});
const CONVERSATIONS = 3;
const MESSAGES = 20;
const PROCESSES = 3;
const LEASE_MS = 250;
const FAULTS_MS = 4_000;
const PATIENCE_MS = 9_000;

const compilation = compileScenario(echoing);
if (!compilation.ok) throw new Error('the scenario does not compile');
const { compiled } = compilation;
const folder = mkdtempSync(join(tmpdir(), 'faults-'));
const facts = '.cache/engine.json';
const engine = await superviseEngine({
  dataDir: folder,
  launch: existsSync(facts) ? (JSON.parse(readFileSync(facts, 'utf8')) as object) : {},
});
const mongo = await connectMongo(engine.uri);
const total = {
  lost: 0,
  duplicated: 0,
  reordered: 0,
  missing: 0,
  ghosts: 0,
  effectsDoubled: 0,
  misassigned: 0,
  stuck: 0,
  kills: 0,
  acknowledged: 0,
};
for (let round = 0; round < Number(values.rounds); round += 1) await play(Number(values.seed) + round);
await mongo.close();
await engine.stop();
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${JSON.stringify(total)}\n`);
process.exit(0);

async function play(seed: number): Promise<void> {
  const random = generator(seed);
  const db = mongo.connection.getClient().db(`round${seed}`);
  const real = createStore(db, mongo.durable);
  await real.prepare();
  const effects = new Map<string, Set<string>>();
  /** Variants that runs were recorded on. */
  const assigned = new Map<string, Set<string>>();
  /** Everything anybody was ever shown: conversation, seq → texts. */
  const shown = new Map<string, Set<string>>();
  const world = { faulty: true };
  const processes = Array.from({ length: PROCESSES }, boot);

  function boot(): { runtime: Runtime; process: FaultyProcess } {
    const process = faultyProcess(real, rates(), random);
    const ports: Ports = {
      activeAgent: async () => ({
        id: 'agent',
        name: 'Agent',
        version: 'v1',
        variables: {},
        turnTaking: { policy: 'each', windowMs: 0 },
        experiment: 'experiment',
      }),
      // Another one at every attempt: what the first commit says has to stay.
      chooseVersion: async ({ version }) => ({
        version,
        assignment: { experiment: 'experiment', variant: `${random()}` },
      }),
      compiled: async () => compiled,
      activation: () => Promise.reject(new Error('nothing is activated here')),
      async execute({ idempotencyKey, input }) {
        const text = String(input['text']);
        effects.set(text, (effects.get(text) ?? new Set()).add(idempotencyKey));
        await new Promise((resolve) => setTimeout(resolve, random() * 40));
        return { ok: true, output: `${random()}` };
      },
      repeatOf: () => 'keyed',
      async carryOut(item) {
        if (item.kind !== 'assigned') return;
        const { run, variant } = item.assignment;
        assigned.set(run, (assigned.get(run) ?? new Set()).add(variant));
      },
      visible({ messages }) {
        for (const row of messages) if (row.direction === 'out') see(row);
      },
      said: () => undefined,
      working: () => undefined,
      traced: () => undefined,
      recovered: () => undefined,
      writing: () => undefined,
    };
    const runtime = createRuntime({
      store: process.store,
      ports,
      report: () => undefined,
      leaseMs: LEASE_MS,
      sweepMs: 60,
      forgottenMs: 150,
      mostAttempts: 50,
    });
    void runtime.start().catch(() => undefined);
    return { runtime, process };
  }

  function replace(at: number): void {
    processes[at]?.process.kill();
    processes[at] = boot();
    total.kills += 1;
  }

  function rates() {
    return {
      get refused() {
        return world.faulty ? 0.06 : 0;
      },
      get unanswered() {
        return world.faulty ? 0.08 : 0;
      },
    };
  }

  function see(row: MessageRow): void {
    const key = `${row.conversation} ${row.seq}`;
    if (row.body.kind === 'message') shown.set(key, (shown.get(key) ?? new Set()).add(row.body.text));
  }

  const some = <T>(list: T[]): T => list[Math.floor(random() * list.length)] as T;
  const faults = setInterval(() => {
    if (!world.faulty) return;
    if (random() < 0.25) {
      replace(Math.floor(random() * processes.length));
    }
    if (random() < 0.15) some(processes).process.pauseFor(LEASE_MS * 3);
  }, 100);

  // The first conversation has two people writing at once.
  const clients = await Promise.all(
    Array.from({ length: CONVERSATIONS + 1 }, (_, i) => client(`c${i % CONVERSATIONS}`, `s${i}`)),
  );
  clearInterval(faults);
  world.faulty = false;
  const end = Date.now() + PATIENCE_MS;
  let conversations = await Promise.all(Array.from({ length: CONVERSATIONS }, (_, i) => final(`c${i}`)));
  const isSettled = ({ answers, resting }: Final, i: number): boolean => resting && answers.length >= expected(i);
  while (Date.now() < end && !conversations.every(isSettled)) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    conversations = await Promise.all(Array.from({ length: CONVERSATIONS }, (_, i) => final(`c${i}`)));
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  conversations = await Promise.all(Array.from({ length: CONVERSATIONS }, (_, i) => final(`c${i}`)));
  for (const { process } of processes) process.kill();
  judge();

  function expected(i: number): number {
    return clients
      .filter(({ conversation }) => conversation === `c${i}`)
      .reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
  }

  async function client(
    conversation: string,
    tag: string,
  ): Promise<{ conversation: string; tag: string; acknowledged: string[] }> {
    const acknowledged: string[] = [];
    const opening = {
      id: conversation,
      tenant: 't',
      agent: 'agent',
      channel: 'test',
      contact: conversation,
      locale: 'en',
      contactVariables: {},
    };
    await persist(() => some(processes).runtime.open(opening));
    const start = { kind: 'start' as const };
    await persist(() =>
      some(processes).runtime.accept({
        tenant: 't',
        conversation,
        channel: 'test',
        externalId: `${conversation}:start`,
        body: start,
      }),
    );
    for (let n = 1; n <= MESSAGES; n += 1) {
      const text = `${n % 3 === 0 ? 'fx' : 'm'}-${tag}-${n}`;
      const send = () =>
        some(processes).runtime.accept({
          tenant: 't',
          conversation,
          channel: 'test',
          externalId: text,
          body: { kind: 'message', text },
        });
      // Whoever acknowledges the last message dies with everybody else before its turn is committed.
      if (n === MESSAGES) processes.forEach(({ process }) => process.stopCommitting());
      await persist(send);
      acknowledged.push(text);
      if (n === MESSAGES) processes.forEach((_, at) => replace(at));
      if (random() < 0.3) void send().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, (random() * 2 * FAULTS_MS) / MESSAGES));
    }
    return { conversation, tag, acknowledged };
  }

  async function final(id: string): Promise<Final> {
    const conversation = await real.read(id);
    const saved = conversation ? await real.messages(id, 0, conversation.lastSeq, 1_000) : [];
    const rows = saved.filter(({ direction }) => direction === 'out');
    return {
      rows,
      resting: conversation?.outbox.length === 0,
      assignment: conversation?.assignment ?? null,
      answers: rows.flatMap(({ body }) => (body.kind === 'message' && body.text.startsWith('#') ? [body.text] : [])),
    };
  }

  function judge(): void {
    for (const [i, { answers, rows, assignment }] of conversations.entries()) {
      const recorded = [...(assigned.get(assignment?.run ?? '') ?? [])];
      if (recorded.join() !== assignment?.variant) total.misassigned += 1;
      const answered = answers.map((answer) => answer.split(' ')[1] ?? '');
      const first = [...new Set(answered)];
      total.duplicated += answered.length - first.length;
      if (first.length < expected(i)) total.stuck += 1;
      total.reordered += answers.filter((answer, n) => answer.split(' ')[0] !== `#${n + 1}`).length;
      for (const { acknowledged, conversation } of clients) {
        if (conversation !== `c${i}`) continue;
        total.acknowledged += acknowledged.length;
        total.lost += acknowledged.filter((text) => !first.includes(text)).length;
        const places = acknowledged.filter((text) => first.includes(text)).map((text) => first.indexOf(text));
        total.reordered += places.filter((place, n) => n > 0 && place < (places[n - 1] as number)).length;
      }
      const last = new Map(
        rows.map((row) => [`${row.conversation} ${row.seq}`, row.body.kind === 'message' ? row.body.text : '']),
      );
      for (const [key, texts] of shown) {
        if (!key.startsWith(`c${i} `)) continue;
        if (!last.has(key)) total.missing += 1;
        else if (texts.size > 1 || !texts.has(last.get(key) ?? '')) total.ghosts += 1;
      }
    }
    for (const keys of effects.values()) total.effectsDoubled += keys.size - 1;
  }
}

/** A conversation at the end. `resting`: nothing waits to leave it. */
interface Final {
  answers: string[];
  rows: MessageRow[];
  assignment: Assignment | null;
  resting: boolean;
}

async function persist<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no answer')), 800));
    try {
      return await Promise.race([attempt(), late]);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** mulberry32 */
function generator(seed: number): () => number {
  let state = seed * 7_919 + 13;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
