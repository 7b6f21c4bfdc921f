import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { superviseEngine, type SupervisedEngine } from '../../src/platform/embedded-mongo/supervise.ts';
import { connectMongo } from '../../src/platform/mongo/connect.ts';
import { beginTalk, eventually, publish, type Talk } from '../support/publish.ts';
import { spawnServer, type SpawnedServer } from '../support/spawn-server.ts';
import { engineLaunch } from '../support/start-engine.ts';
import { startServer } from '../support/start-server.ts';
import { echo } from '../runtime/scenarios.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'engine-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a document, kills the engine, and answers whether the document is there when it is back. */
async function survives(engine: SupervisedEngine): Promise<boolean> {
  const mongo = await connectMongo(engine.uri);
  const things = mongo.db.collection<{ _id: string }>('things');
  await things.insertOne({ _id: 'kept' }, { writeConcern: mongo.durable });
  process.kill(engine.pid() as number, 'SIGKILL');
  await eventually(
    async () => engine.state(),
    (state) => state === 'restarting',
  );
  await eventually(
    () => mongo.ping(),
    (answers) => answers,
  );
  const found = await things.findOne({ _id: 'kept' });
  await mongo.close();
  return found !== null;
}

describe('the embedded engine', () => {
  it('given that it is killed, then it is started again at the same address with its data', async () => {
    const crashes: number[] = [];
    const engine = await superviseEngine({
      dataDir: folder,
      launch: engineLaunch(),
      onCrash: ({ restartInMs }) => crashes.push(restartInMs),
    });
    expect(await survives(engine)).toBe(true);
    expect(await survives(engine).catch(() => 'kept already')).toBe('kept already');
    await eventually(
      async () => engine.state(),
      (state) => state === 'ready',
    );
    expect(crashes).toEqual([100]);
    await engine.stop();
    expect(engine.state()).toBe('stopped');
  });

  it('given that it dies again and again, then it is started ever later', async () => {
    const crashes: number[] = [];
    const engine = await superviseEngine({
      dataDir: folder,
      launch: engineLaunch(),
      onCrash: ({ restartInMs }) => crashes.push(restartInMs),
    });
    for (let round = 0; round < 3; round += 1) {
      process.kill(engine.pid() as number, 'SIGKILL');
      await eventually(
        async () => crashes.length,
        (count) => count === round + 1,
      );
      await eventually(
        async () => engine.state(),
        (state) => state === 'ready',
      );
    }
    expect(crashes).toEqual([100, 200, 400]);
    await engine.stop();
  });

  it('given a data folder with a very long path, then it works', async () => {
    const long = join(folder, 'a-rather-long-name-'.repeat(8));
    const engine = await superviseEngine({ dataDir: long, launch: engineLaunch() });
    expect(await survives(engine)).toBe(true);
    await engine.stop();
  });
});

/** Kills the engine whenever there is one, until the answered function is called. */
function keepDown(pid: () => number | undefined): () => void {
  const timer = setInterval(() => {
    const engine = pid();
    if (engine === undefined) return;
    try {
      process.kill(engine, 'SIGKILL');
    } catch {
      // It is dead already.
    }
  }, 10);
  return () => clearInterval(timer);
}

/** Process of the engine that has a data folder open; 0 when it was closed cleanly. */
function enginePid(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'mongo/mongod.lock'), 'utf8'));
}

describe('a server whose database engine dies', () => {
  it('answers 503 and when to come again, keeps what it acknowledged, and goes on', async () => {
    const server = await startServer({ DEMO: 'false' });
    onTestFinished(server.stop);
    const token = await server.signIn();
    const talk = await beginTalk(server, await publish(server, token, { document: echo }));
    await talk.say('1', 'before', 5_000);
    const letLive = keepDown(server.enginePid);
    onTestFinished(letLive);
    await eventually(
      () => server.call('GET', '/ready'),
      ({ status, body }) => status === 503 && body.status === 'not_ready',
    );
    for (const path of [`conversations/${talk.id}`, 'agents']) {
      const refused = await server.call('GET', path, { token });
      expect(refused.status).toBe(503);
      expect(refused.body.code).toBe('database_unavailable');
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect((await server.call('GET', '/health')).status).toBe(200);
    letLive();
    await eventually(
      () => server.call('GET', '/ready'),
      ({ status }) => status === 200,
    );
    await eventually(
      () => talk.say('2', 'after', 5_000),
      ({ status }) => status === 200,
    );
    expect((await talk.heard()).filter((text) => text.startsWith('#'))).toEqual(['#1 before', '#2 after']);
  }, 60_000);
});

describe('a server whose database engine hangs', () => {
  it('says so soon, refuses instead of waiting, and goes on when the engine does', async () => {
    const server = await startServer({ DEMO: 'false' });
    onTestFinished(server.stop);
    const token = await server.signIn();
    const engine = server.enginePid() as number;
    process.kill(engine, 'SIGSTOP');
    onTestFinished(() => void process.kill(engine, 'SIGCONT'));
    const begin = Date.now();
    expect((await server.call('GET', '/ready')).status).toBe(503);
    expect(Date.now() - begin).toBeLessThan(4_000);
    await eventually(
      () => Promise.race([server.call('GET', 'agents', { token }), pause(100, { status: 0 })]),
      ({ status }) => status === 503,
    );
    process.kill(engine, 'SIGCONT');
    await eventually(
      () => server.call('GET', 'agents', { token }),
      ({ status }) => status === 200,
    );
    expect((await server.call('GET', '/ready')).status).toBe(200);
  }, 40_000);
});

describe('a server that ends', () => {
  const said = ['#1 before', '#2 after'];
  let dataDir: string;
  let server: SpawnedServer;
  let talk: Talk;

  beforeEach(async () => {
    dataDir = join(folder, 'data');
    server = await spawnServer({ env: { DATA_DIR: dataDir } });
    const token = await server.signIn();
    talk = await beginTalk(server, await publish(server, token, { document: echo }));
    await talk.say('1', 'before', 5_000);
  }, 40_000);
  afterEach(() => server.remove());

  async function goesOn(): Promise<string[]> {
    await talk.say('2', 'after', 5_000);
    return (await talk.heard()).filter((text) => text.startsWith('#'));
  }

  it('given SIGTERM while it works, then it stops with its engine within 10 s, and nothing it acknowledged is lost', async () => {
    const acknowledged: string[] = [];
    const work = Promise.allSettled(
      Array.from({ length: 40 }, async (_, i) => {
        if ((await talk.say(`id-${i}`, `text-${i}`)).status < 300) acknowledged.push(`text-${i}`);
      }),
    );
    await eventually(
      async () => acknowledged.length,
      (count) => count > 5,
    );
    const begin = Date.now();
    server.signal('SIGTERM');
    expect(await server.gone).toBe(0);
    expect(Date.now() - begin).toBeLessThan(10_000);
    expect(enginePid(dataDir)).toBe(0);
    await work;
    await server.start();
    const heard = await eventually(
      async () => (await talk.heard()).map((text) => text.split(' ')[1]),
      (texts) => acknowledged.every((text) => texts.includes(text)),
    );
    expect(heard.filter((text) => acknowledged.includes(text as string)).sort()).toEqual(acknowledged.sort());
  }, 40_000);

  it('given SIGTERM and an engine that hangs, then both are gone within 10 s, and the next start has all the data', async () => {
    process.kill(enginePid(dataDir), 'SIGSTOP');
    const begin = Date.now();
    server.signal('SIGTERM');
    expect(await server.gone).toBe(0);
    expect(Date.now() - begin).toBeLessThan(10_000);
    await server.start();
    expect(await goesOn()).toEqual(said);
  }, 60_000);

  it('given SIGKILL, then its engine closes by itself, and the next start has all the data', async () => {
    server.signal('SIGKILL');
    expect(await server.gone).toBe('SIGKILL');
    await eventually(
      async () => enginePid(dataDir),
      (pid) => pid === 0,
    );
    await server.start();
    expect(await goesOn()).toEqual(said);
  }, 40_000);

  it('given SIGKILL and an engine that stays behind, then the next start waits for it and has all the data', async () => {
    const engine = enginePid(dataDir);
    process.kill(engine, 'SIGSTOP');
    server.signal('SIGKILL');
    await server.gone;
    const started = server.start().then(() => 'started');
    const meanwhile = await Promise.race([started, pause(3_000, 'waits')]).finally(() =>
      process.kill(engine, 'SIGCONT'),
    );
    expect(meanwhile).toBe('waits');
    await started;
    expect(enginePid(dataDir)).not.toBe(engine);
    expect(await goesOn()).toEqual(said);
  }, 40_000);
});

describe('an engine whose files are damaged', () => {
  it('says so and what to do', async () => {
    const engine = await superviseEngine({ dataDir: folder, launch: engineLaunch() });
    await engine.stop();
    for (const name of ['WiredTiger.turtle', 'WiredTiger.wt']) writeFileSync(join(folder, 'mongo', name), 'rubbish');
    await expect(superviseEngine({ dataDir: folder, launch: engineLaunch() })).rejects.toThrow(/damaged: put back/);
  });
});
