import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startMockService, type MockService } from '../../../plugins/mock-channel/src/service.fixture.ts';
import { eventually } from '../support/publish.ts';
import { spawnServer, type SpawnedServer } from '../support/spawn-server.ts';
import { startEngine, type TestEngine } from '../support/start-engine.ts';
import { chatWith, connectOrders, KEY } from './orders.ts';

let engine: TestEngine;
let first: SpawnedServer;
let second: SpawnedServer;
let service: MockService;

beforeAll(async () => {
  [engine, service] = await Promise.all([startEngine(), startMockService({ key: KEY })]);
  const env = {
    MONGODB_URI: engine.uri,
    SECRET_KEY: randomBytes(32).toString('base64'),
    EGRESS_ALLOW: new URL(service.url).host,
  };
  first = await spawnServer({ env });
  second = await spawnServer({ env });
  await connectOrders(first, await first.signIn(), { service, name: 'sms', kind: 'sms', mode: 'poll' });
}, 90_000);
afterAll(async () => {
  await Promise.all([first?.remove(), second?.remove(), service?.stop()]);
  await engine?.stop();
});

const soon = (chat: { texts(): string[] }, count: number): Promise<string[]> =>
  eventually(
    async () => chat.texts(),
    (texts) => texts.length >= count,
    60_000,
  );

async function kill(server: SpawnedServer): Promise<void> {
  server.signal('SIGKILL');
  await server.gone;
}

it('given servers are killed while they send and poll, then others go on: nothing is lost, doubled or out of order', async () => {
  const ann = chatWith(service, 'ann');
  await ann.say('Добрый день');
  await soon(ann, 2);
  const before = service.attempts.length;

  service.fail('hang');
  await ann.say('1');
  await eventually(
    async () => service.attempts.length,
    (count) => count > before,
  );
  await Promise.all([kill(first), kill(second)]);
  await ann.say('17');
  await Promise.all([first.start(), second.start()]);
  await soon(ann, 5);

  await kill(first);
  await ann.say('/order number=18 what=A');
  await soon(ann, 7);
  await first.start();
  await kill(second);
  await ann.say('/order number=19 what=B');
  await soon(ann, 9);
  await second.start();

  expect(ann.texts()).toEqual([
    ...['Здравствуйте, Анна!', 'Что случилось?\n1. Заказ\n2. Возврат', 'Какой номер?', 'order 17 уже в пути'],
    ...['До свидания', 'A 18 уже в пути', 'До свидания', 'B 19 уже в пути', 'До свидания'],
  ]);
  const [cut, again] = service.attempts.slice(before);
  expect(again).toBe(cut);
  expect(service.polls).toMatchObject({ most: 1 });
  expect(service.polls.cursors.filter((cursor) => cursor === null)).toHaveLength(1);
}, 240_000);
