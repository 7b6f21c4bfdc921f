import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { superviseEngine, type SupervisedEngine } from '../../src/platform/embedded-mongo/supervise.ts';
import { connectMongo } from '../../src/platform/mongo/connect.ts';
import { beginTalk, eventually, publish } from '../support/publish.ts';
import { spawnServer } from '../support/spawn-server.ts';
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

describe('a server whose database engine dies', () => {
  it('answers 503 and when to come again, keeps what it acknowledged, and goes on', async () => {
    const server = await startServer({ DEMO: 'false' });
    const token = await server.signIn();
    const talk = await beginTalk(server, await publish(server, token, { document: echo }));
    await talk.say('1', 'before', 5_000);
    process.kill(server.enginePid() as number, 'SIGKILL');
    // Those that notice the death wait for the engine; those that come after them are told at once.
    const asked = Array.from({ length: 20 }, async (_, i) => {
      await new Promise((resolve) => setTimeout(resolve, i * 15));
      return server.call('GET', `conversations/${talk.id}`, { token });
    });
    const answers = await Promise.all(asked);
    expect(answers.filter(({ status }) => status !== 200 && status !== 503)).toEqual([]);
    const refused = answers.find(({ status }) => status === 503) as (typeof answers)[number];
    expect(refused.body.code).toBe('database_unavailable');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await server.call('GET', '/health')).status).toBe(200);
    await eventually(
      () => server.call('GET', '/ready'),
      ({ status }) => status === 200,
    );
    await eventually(
      () => talk.say('2', 'after', 5_000),
      ({ status }) => status === 200,
    );
    expect((await talk.heard()).filter((text) => text.startsWith('#'))).toEqual(['#1 before', '#2 after']);
    await server.stop();
  }, 40_000);
});

describe('a server that is killed', () => {
  it('given its engine left behind, when started again, then it has all the data', async () => {
    const server = await spawnServer();
    const token = await server.signIn();
    const talk = await beginTalk(server, await publish(server, token, { document: echo }));
    await talk.say('1', 'before', 5_000);
    server.signal('SIGKILL');
    expect(await server.gone).toBe('SIGKILL');
    await server.start();
    await talk.say('2', 'after', 5_000);
    expect((await talk.heard()).filter((text) => text.startsWith('#'))).toEqual(['#1 before', '#2 after']);
    await server.remove();
  }, 40_000);
});
