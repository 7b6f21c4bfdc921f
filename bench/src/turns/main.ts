// Durable turns per second over HTTP beside the floor (bare Express, one journalled write a request) in the same run, turns of the
// engine alone, and what a long conversation and many turns do to latency, memory and document size.
// node tooling/run.mjs bench/src/turns/main.ts [--seconds 10] [--long 10000] [--turns 100000]
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { MongoClient } from 'mongodb';
import { startEngine } from '../rig/engine.ts';
import { freePort } from '../rig/free-port.ts';
import { endProcess, startProcess, type StartedProcess } from '../rig/processes.ts';
import { ADMIN, post, publishAgent } from '../rig/publish-agent.ts';
import { measureEngine } from './engine-only.ts';
import { load, type Request } from './load.ts';
import { threeTurns } from './scenario.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    long: { type: 'string', default: '10000' },
    turns: { type: 'string', default: '100000' },
  },
});
const seconds = Number(values.seconds);
const long = Number(values.long);
const many = Number(values.turns);
const CLIENTS = 50;
const SAID = ['Hello', 'Ann', '42'];
const ANSWERED = ['What is your name?', 'How old are you, Ann?', 'Welcome, Ann! At 42'];

const engine = await startEngine();
const env = {
  MONGODB_URI: engine.uri,
  DATA_DIR: engine.folder,
  LOGS_DIR: `${engine.folder}/logs`,
  DEMO: 'false',
  ...ADMIN,
};
const server = await startProcess('server/src/main.ts', await freePort(), env);
const floor = await startProcess('bench/src/turns/floor-server.ts', await freePort(), env);
try {
  const agent = await publishAgent(server.url, threeTurns);
  const conversations = await Promise.all(Array.from({ length: CLIENTS }, () => open(server, agent)));
  await rounds(2);
  const result = await rounds(seconds);
  const { tenth, last, bytes } = await longConversation(agent);
  const megabytes = await memoryOver(many);
  process.stdout.write(
    `${JSON.stringify({ ...result, engineTurnsPerSecond: Math.round(measureEngine(3)), tenthMs: tenth, [`message${long}Ms`]: last, documentBytes: bytes, turns: many, serverMB: megabytes })}\n`,
  );

  /** Server and floor in turn, three times each, so that a change of the machine's pace meets both. */
  async function rounds(length: number) {
    const turns = [];
    const floors = [];
    for (let round = 0; round < 3; round += 1) {
      floors.push(
        await load(floor.url, {
          clients: CLIENTS,
          seconds: length / 3,
          next: (client) => ({ path: `/turns/c${client}`, body: { text: 'Hello' }, check: () => true }),
        }),
      );
      turns.push(await load(server.url, { clients: CLIENTS, seconds: length / 3, next: turn }));
    }
    const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[1] ?? 0;
    const turnsPerSecond = median(turns.map(({ perSecond }) => perSecond));
    const floorPerSecond = median(floors.map(({ perSecond }) => perSecond));
    const share = Math.round((turnsPerSecond / floorPerSecond) * 100) / 100;
    return {
      turnsPerSecond,
      p50: median(turns.map(({ p50 }) => p50)),
      p99: median(turns.map(({ p99 }) => p99)),
      floorPerSecond,
      share,
    };
  }

  /** Resident memory of the server while so many turns are taken: after each fifth of them. */
  async function memoryOver(turns: number): Promise<number[]> {
    const sizes: number[] = [];
    for (let taken = 0; sizes.length < 5;) {
      taken += (await load(server.url, { clients: CLIENTS, seconds: 2, next: turn })).requests;
      if (taken >= ((sizes.length + 1) * turns) / 5) sizes.push(memory(server));
    }
    return sizes;
  }

  function turn(client: number): Request {
    const conversation = conversations[client] as Talk;
    const n = conversation.said++ % 3;
    return {
      path: `/api/v1/conversations/${conversation.id}/messages`,
      headers: { authorization: `Bearer ${conversation.token}` },
      body: { id: `m${conversation.said}`, text: SAID[n], wait: 20_000 },
      check: (answer) => answer.includes(ANSWERED[n] as string),
    };
  }
} finally {
  await endProcess(server, 'SIGTERM');
  await endProcess(floor, 'SIGTERM');
  await engine.stop();
}

interface Talk {
  id: string;
  token: string;
  said: number;
}

/** Opened and taken once to its end, so that the next message begins the three turns anew. */
async function open({ url }: StartedProcess, agent: string): Promise<Talk> {
  const { conversation, token } = await post<{ conversation: { id: string }; token: string }>(url, '/conversations', {
    agent,
  });
  const talk = { id: conversation.id, token, said: 0 };
  for (const [i, text] of ['Ann', '42'].entries())
    await post(url, `/conversations/${talk.id}/messages`, { id: `first${i}`, text, wait: 20_000 }, token);
  return talk;
}

async function longConversation(agent: string): Promise<{ tenth: number; last: number; bytes: number }> {
  const talk = await open(server, agent);
  const times: number[] = [];
  for (let n = 0; n < long; n += 1) {
    const begin = performance.now();
    await post(
      server.url,
      `/conversations/${talk.id}/messages`,
      { id: `long${n}`, text: SAID[n % 3], wait: 20_000 },
      talk.token,
    );
    times.push(performance.now() - begin);
  }
  const median = (part: number[]): number =>
    Math.round((part.sort((a, b) => a - b)[Math.floor(part.length / 2)] ?? 0) * 100) / 100;
  const client = await MongoClient.connect(engine.uri);
  const [size] = await client
    .db('scenarium')
    .collection('conversations')
    .aggregate([{ $group: { _id: null, bytes: { $max: { $bsonSize: '$$ROOT' } } } }])
    .toArray();
  await client.close();
  return {
    tenth: median(times.slice(5, 105)),
    last: median(times.slice(-100)),
    bytes: (size?.['bytes'] as number) ?? 0,
  };
}

function memory({ child }: StartedProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024);
}
