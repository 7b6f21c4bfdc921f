import { definePlugin, secret } from '@scenarium/sdk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { createConnections } from '../../src/features/connections/index.ts';
import { connectMongo, type Mongo } from '../../src/platform/mongo/connect.ts';
import { createVault } from '../../src/platform/security/vault.ts';
import { startEngine, type TestEngine } from '../support/start-engine.ts';

const WORDS = { en: 'Words', ru: 'Слова' };
const plugin = definePlugin({
  ...{ id: 'crm', version: '1.0.0', sdk: '^0.1.0', title: WORDS, description: WORDS },
  config: z.strictObject({ url: z.url(), key: secret(), spare: secret().optional() }),
});
const keys = (fill: number) => () => new Uint8Array(32).fill(fill);

let engine: TestEngine;
const opened: Mongo[] = [];
beforeAll(async () => (engine = await startEngine()));
afterAll(async () => {
  for (const mongo of opened) await mongo.close();
  await engine.stop();
});

/** The connections of a server that has these keys. */
async function connectionsWith(current: number, previous?: number) {
  const mongo = await connectMongo(engine.uri, 'connections');
  opened.push(mongo);
  let isResealed = false;
  const connections = createConnections({
    database: mongo.connection,
    vault: createVault(keys(current), previous === undefined ? null : keys(previous)),
    definition: () => plugin,
    resealed: () => (isResealed = true),
  });
  await connections.prepare();
  return { connections, mongo, isResealed };
}

it('keeps secrets sealed, and seals them anew when the key changes', async () => {
  const { connections, mongo } = await connectionsWith(1);
  await connections.create('t', {
    name: 'main',
    plugin: 'crm',
    config: { url: 'https://example.com', key: 'sentinel-1' },
  });
  const dump = async () => JSON.stringify(await mongo.db.collection('connections').find().toArray());
  expect(await dump()).not.toContain('sentinel-1');
  const moved = connections.update({ tenant: 't', id: 'main' }, { config: { url: 'https://example.org' } });
  await expect(moved).rejects.toMatchObject({ code: 'connection_secrets_needed', detail: 'key' });
  await connections.update({ tenant: 't', id: 'main' }, { config: { url: 'https://example.com/v2' } });
  await connections.update({ tenant: 't', id: 'main' }, { config: { url: 'https://example.org', key: 'sentinel-1' } });
  const first = (await connections.find({ tenant: 't', plugin: 'crm' }))[0];
  expect(first?.config).toEqual({ url: 'https://example.org', key: 'sentinel-1' });
  await connections.saveSecrets({ tenant: 't', id: first?.id ?? '' }, { key: 'sentinel-2' });

  const before = await dump();
  expect((await connectionsWith(2, 1)).isResealed).toBe(true);
  expect(await dump()).not.toBe(before);
  const { connections: rotated } = await connectionsWith(2);
  expect((await rotated.find({ tenant: 't', plugin: 'crm' }))[0]?.config).toMatchObject({ key: 'sentinel-2' });
  // Without its key a server starts all the same.
  const { connections: foreign, isResealed } = await connectionsWith(3);
  expect(isResealed).toBe(false);
  await expect(foreign.find({ tenant: 't', plugin: 'crm' })).rejects.toThrow('another key');
});

it('refuses what the plugin does not know, without saying the value', async () => {
  const { connections } = await connectionsWith(2);
  const wrong = connections.create('t', {
    name: 'wrong',
    plugin: 'crm',
    config: { url: 'no', key: 'sentinel-3', more: 1 },
  });
  const error = (await wrong.catch((thrown: unknown) => thrown)) as { code: string; errors: unknown };
  expect(error.code).toBe('connection_invalid');
  expect(JSON.stringify(error)).not.toContain('sentinel-3');
  expect(await connections.find({ tenant: 'other', plugin: 'crm' })).toEqual([]);
});
