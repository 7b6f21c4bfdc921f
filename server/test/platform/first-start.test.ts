import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectMongo, type Mongo } from '../../src/platform/mongo/connect.ts';
import { migrate } from '../../src/platform/mongo/migrate.ts';
import { spawnServer } from '../support/spawn-server.ts';
import { startEngine, type TestEngine } from '../support/start-engine.ts';

let engine: TestEngine;
beforeAll(async () => (engine = await startEngine()));
afterAll(() => engine.stop());

async function database<T>(name: string, use: (mongo: Mongo) => Promise<T>): Promise<T> {
  const mongo = await connectMongo(engine.uri, name);
  return use(mongo).finally(() => mongo.close());
}

describe('several servers that start at once on an empty database', () => {
  it('make one organisation, one administrator and each demo agent once', async () => {
    const env = {
      MONGODB_URI: engine.uri.replace('/?', '/together?'),
      SECRET_KEY: randomBytes(32).toString('base64'),
      DEMO: 'true',
    };
    const servers = await Promise.all([spawnServer({ env }), spawnServer({ env }), spawnServer({ env })]);
    const [server] = servers;
    const token = await server.signIn();
    const { agents } = (await server.call('GET', 'agents', { token })).body;
    const slugs = agents.map(({ slug }: { slug: string }) => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(slugs.length).toBeGreaterThan(2);
    expect((await server.call('GET', 'users', { token })).body.users).toHaveLength(1);
    await Promise.all(servers.map((one) => one.remove()));
    const organisations = await database('together', ({ db }) => db.collection('organisations').countDocuments());
    expect(organisations).toBe(1);
  }, 60_000);

  it('given a first start that was killed while it made the demo, then the next one finishes it', async () => {
    const env = {
      MONGODB_URI: engine.uri.replace('/?', '/half?'),
      SECRET_KEY: randomBytes(32).toString('base64'),
      DEMO: 'true',
    };
    const slugsOf = async (server: Awaited<ReturnType<typeof spawnServer>>): Promise<string[]> => {
      const { agents } = (await server.call('GET', 'agents', { token: await server.signIn() })).body;
      return agents.map(({ slug }: { slug: string }) => slug).sort();
    };
    const whole = await spawnServer({ env });
    const slugs = await slugsOf(whole);
    await whole.remove();
    await database('half', async ({ db }) => {
      await db.collection('users').deleteMany({});
      const [, second, ...others] = slugs;
      await db.collection('agents').deleteMany({ slug: { $in: [second, ...others] } });
      const published = await db.collection('versions').deleteMany({ number: 1 });
      expect(published.deletedCount).toBe(slugs.length);
    });
    const again = await spawnServer({ env });
    expect(await slugsOf(again)).toEqual(slugs);
    await again.remove();
  }, 60_000);
});

describe('migrations', () => {
  it('given several processes, then each runs once, in order, and nobody goes on before they are done', async () => {
    const ran: string[] = [];
    const steps = ['first', 'second'].map((name) => ({
      name,
      async up() {
        await new Promise((resolve) => setTimeout(resolve, 30));
        ran.push(name);
      },
    }));
    const then = async (): Promise<number> => ran.length;
    const counts = await database('together-2', (mongo) =>
      Promise.all([1, 2, 3].map(() => migrate(mongo, steps, then))),
    );
    expect(ran).toEqual(['first', 'second']);
    expect(counts).toEqual([2, 2, 2]);
  });

  it('given one that fails, then those before it are kept and it is run again', async () => {
    let broken = true;
    const ran: string[] = [];
    const steps = [
      { name: 'a', up: async () => void ran.push('a') },
      {
        name: 'b',
        async up() {
          if (broken) throw new Error('broken');
          ran.push('b');
        },
      },
    ];
    await database('failing', async (mongo) => {
      await expect(migrate(mongo, steps, async () => null)).rejects.toThrow('broken');
      broken = false;
      await migrate(mongo, steps, async () => null);
    });
    expect(ran).toEqual(['a', 'b']);
  });

  it('given a database that a newer version used, then the older one does not touch it', async () => {
    const done = await database('newer', async (mongo) => {
      await migrate(mongo, [{ name: '2030-01-01-future', up: async () => undefined }], async () => null);
      return migrate(mongo, [], async () => 'touched').catch((error: Error) => error.message);
    });
    expect(done).toMatch(/newer version of Scenarium \(2030-01-01-future\)/);
  });
});
