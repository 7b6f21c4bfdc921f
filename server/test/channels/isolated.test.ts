import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startMockService, type MockService } from '../../../plugins/mock-channel/src/service.fixture.ts';
import { eventually } from '../support/publish.ts';
import { spawnServer, type SpawnedServer } from '../support/spawn-server.ts';
import { chatWith, connectOrders, KEY } from './orders.ts';

const source = fileURLToPath(new URL('../../../plugins/mock-channel/src/', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'plugins-'));
let server: SpawnedServer;
let service: MockService;

beforeAll(async () => {
  const read = (name: string): string => readFileSync(join(source, name), 'utf8');
  mkdirSync(join(dir, 'guest'));
  writeFileSync(join(dir, 'guest/definition.ts'), read('index.ts').replace("'mock-channel'", "'guest'"));
  writeFileSync(join(dir, 'guest/index.ts'), read('server.ts').replace('./index.ts', './definition.ts'));
  service = await startMockService({ key: KEY });
  server = await spawnServer({ env: { PLUGINS_DIR: dir, EGRESS_ALLOW: new URL(service.url).host } });
}, 60_000);
afterAll(async () => {
  await Promise.all([server?.remove(), service?.stop()]);
  rmSync(dir, { recursive: true, force: true });
});

it('given the channel of a plugin in a process of its own, then a conversation goes over it as over any other', async () => {
  const token = await server.signIn();
  const id = await connectOrders(server, token, { service, name: 'guests', kind: 'chat', plugin: 'guest' });
  expect((await server.call('GET', `channels/${id}`, { token })).body).toMatchObject({
    plugin: 'guest',
    state: 'well',
  });
  const ann = chatWith(service, 'ann');
  service.fail({ status: 500 });
  expect(await ann.say('Добрый день', { times: 2 })).toEqual([200, 200]);
  expect(await ann.say('Добрый день', { key: 'guessed' })).toEqual([401]);
  const texts = await eventually(
    async () => ann.texts(),
    (found) => found.length === 2,
  );
  expect(texts).toEqual(['Здравствуйте, Анна!', 'Что случилось?']);
  expect(ann.heard()[1]?.buttons).toHaveLength(2);
  const { body } = await server.call('GET', 'plugins', { token });
  expect(body.plugins.find((one: { id: string }) => one.id === 'guest')).toMatchObject({
    channels: [{ id: 'chat' }, { id: 'sms', modes: ['webhook', 'poll'] }],
    process: { running: true, restarts: 0 },
  });
}, 60_000);
