import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startMockService, type MockService } from '../../../plugins/mock-channel/src/service.fixture.ts';
import { publishEcho } from '../support/echo-agent.ts';
import { eventually, publish } from '../support/publish.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import { chatWith, connectOrders, KEY } from './orders.ts';

/** Hears that a channel is dead. */
const alarmDocument = {
  ...{ format: 1, id: 'alarm', name: 'Alarm', locales: ['en'], variables: { name: { type: 'text' } } },
  triggers: [{ id: 'dead', type: 'event', event: 'channel.failed', step: 'tell' }],
  steps: [
    { id: 'tell', type: 'message', text: 'tell' },
    { id: 'end', type: 'end' },
  ],
  flows: [{ id: 'f1', from: 'tell', to: 'end' }],
  messages: { en: { tell: '{{ name }} is dead' } },
};

let server: TestServer;
let service: MockService;
let token: string;
let chats: string;

beforeAll(async () => {
  service = await startMockService({ key: KEY });
  server = await startServer({ DEMO: 'false', EGRESS_ALLOW: new URL(service.url).host });
  token = await server.signIn();
  chats = await connectOrders(server, token, { service, name: 'shop', kind: 'chat' });
}, 60_000);
afterAll(async () => {
  await server?.stop();
  await service?.stop();
});

const channel = async (id = chats) => (await server.call('GET', `channels/${id}`, { token })).body;
const soon = (chat: { texts(): string[] }, count: number): Promise<string[]> =>
  eventually(
    async () => chat.texts(),
    (texts) => texts.length >= count,
  );

describe('a channel', { timeout: 60_000 }, () => {
  it('given its connection, then the service knows its address, and nothing shows the key', async () => {
    const found = await channel();
    expect(found).toMatchObject({ name: 'shop', mode: 'webhook', state: 'well', waiting: 0, undelivered: 0 });
    expect(service.webhook).toBe(`${server.url}/api/v1/channels/${chats}/webhook`);
    expect(found.webhook).toBe(service.webhook);
    const { body } = await server.call('GET', 'connections', { token });
    expect(JSON.stringify([found, body])).not.toContain(KEY);
    const again = { name: 'again', agent: 'orders', connection: 'shop', kind: 'chat' };
    expect((await server.call('POST', 'channels', { token, body: again })).body.code).toBe('channel_exists');
    const unknown = { ...again, kind: 'fax' };
    expect((await server.call('POST', 'channels', { token, body: unknown })).body.code).toBe('channel_kind_unknown');
  });

  it('given somebody writes in Russian, then the conversation goes to its end in Russian, and the studio sees it', async () => {
    const ann = chatWith(service, 'ann');
    expect(await ann.say('Добрый день')).toEqual([200]);
    expect(await soon(ann, 2)).toEqual(['Здравствуйте, Анна!', 'Что случилось?']);
    expect(ann.heard()[1]).toMatchObject({ locale: 'ru', buttons: [{ id: 'order', label: 'Заказ' }, { id: 'back' }] });
    await ann.say('Заказ', { option: 'order' });
    await soon(ann, 3);
    await ann.say('17');
    expect((await soon(ann, 5)).slice(2)).toEqual(['Какой номер?', 'order 17 уже в пути', 'До свидания']);
    expect(service.typing).toEqual(['ann']);

    const { body } = await server.call('GET', 'conversations', { token });
    const found = body.conversations.find((one: { contact: string }) => one.contact === 'mock-channel:ann');
    expect(found).toMatchObject({ channel: chats, locale: 'ru', status: 'closed' });
    const { messages } = (await server.call('GET', `conversations/${found.id}/messages`, { token })).body;
    expect(messages.map(({ direction }: { direction: string }) => direction).join(' ')).toBe(
      'in out out in out in out out',
    );
    const sent = () => server.call('GET', `conversations/${found.id}/messages`, { token });
    await eventually(
      async () => (await sent()).body.messages as { direction: string; delivery?: { status: string } }[],
      (rows) => rows.every((row) => row.direction === 'in' || row.delivery?.status === 'sent'),
    );
  });

  it('given updates that come several times at once, then each is taken in once', async () => {
    const bob = chatWith(service, 'bob');
    expect(await bob.say('Добрый день', { times: 5 })).toEqual([200, 200, 200, 200, 200]);
    expect(await soon(bob, 2)).toHaveLength(2);
    await bob.say('Возврат', { option: 'back', times: 3 });
    await soon(bob, 3);
    await bob.say('18', { times: 3 });
    await soon(bob, 5);
    expect(bob.texts().slice(2)).toEqual(['Какой номер?', 'back 18 уже в пути', 'До свидания']);
  });

  it('given a command with arguments, then its trigger starts with them', async () => {
    const cleo = chatWith(service, 'cleo');
    await cleo.say('/order number=19 what=Посылка');
    expect(await soon(cleo, 2)).toEqual(['Посылка 19 уже в пути', 'До свидания']);
    await cleo.say('/start');
    expect(await soon(cleo, 4)).toContain('Здравствуйте, Анна!');
  });

  it('given what is not signed, is no update, or goes nowhere, then it is refused, and the channel stays well', async () => {
    const eve = chatWith(service, 'eve');
    expect(await eve.say('Добрый день', { key: 'guessed' })).toEqual([401]);
    const post = (path: string, body: string) => fetch(`${server.url}${path}`, { method: 'POST', body });
    const webhook = `/api/v1/channels/${chats}/webhook`;
    expect((await post(webhook, 'not json')).status).toBe(401);
    expect((await post(webhook, 'x'.repeat(1_100_000))).status).toBe(413);
    expect((await post(`/api/v1/channels/${'0'.repeat(24)}/webhook`, '{}')).status).toBe(404);
    expect((await server.call('DELETE', webhook)).status).toBe(405);
    expect(eve.texts()).toEqual([]);
    expect((await channel()).state).toBe('well');
  });

  it('given the service is busy, fails and hangs, then everything is sent in order, with the same key', async () => {
    const dan = chatWith(service, 'dan');
    const before = service.attempts.length;
    service.fail({ status: 429, retryAfter: 1 }, { status: 500 }, { status: 503 });
    await dan.say('Добрый день');
    expect(await soon(dan, 2)).toEqual(['Здравствуйте, Анна!', 'Что случилось?']);
    const attempts = service.attempts.slice(before);
    expect(attempts).toHaveLength(5);
    expect(new Set(attempts.slice(0, 4)).size).toBe(1);
    expect(await eventually(channel, ({ state }) => state === 'well')).toMatchObject({ failures: 0 });
  });

  it('given it is paused, then nothing goes either way, and everything when it goes on', async () => {
    const fay = chatWith(service, 'fay');
    await fay.say('Добрый день');
    await soon(fay, 2);
    const pause = (paused: boolean) => server.call('PATCH', `channels/${chats}`, { token, body: { paused } });
    const address = service.webhook;
    expect((await pause(true)).body.state).toBe('paused');
    expect(service.webhook).toBeNull();
    expect((await fetch(String(address), { method: 'POST', body: '{}' })).status).toBe(503);
    expect((await pause(false)).body.state).toBe('well');
    await fay.say('Заказ', { option: 'order' });
    expect(await soon(fay, 3)).toContain('Какой номер?');
  });

  it('given another agent, then whoever writes next talks to that one', async () => {
    const hal = chatWith(service, 'hal');
    await hal.say('Добрый день');
    await soon(hal, 2);
    const agent = await publishEcho(server);
    await server.call('PATCH', `channels/${chats}`, { token, body: { agent } });
    await hal.say('Добрый день');
    expect((await soon(hal, 3))[2]).toBe('Дальше?');
    await server.call('PATCH', `channels/${chats}`, { token, body: { agent: 'orders' } });
  });

  it('given a test message, then the service has it, or the reason is said', async () => {
    const test = (text: string) =>
      server.call('POST', `channels/${chats}/test`, { token, body: { to: 'gus', text, locale: 'ru' } });
    expect((await test('Проверка')).body).toEqual({ ok: true });
    expect(chatWith(service, 'gus').texts()).toEqual(['Проверка']);
    expect((await test('refused')).body).toMatchObject({ ok: false, error: { code: 'message_refused' } });
  });
});

describe('a channel that shows nothing but text, and is polled', { timeout: 60_000 }, () => {
  let phone: MockService;
  let second: TestServer | undefined;
  let sms: string;
  beforeAll(async () => {
    phone = await startMockService({ key: KEY });
    second = await startServer({ DEMO: 'false', EGRESS_ALLOW: new URL(phone.url).host });
    sms = await connectOrders(second, await second.signIn(), {
      service: phone,
      name: 'sms',
      kind: 'sms',
      mode: 'poll',
    });
  }, 60_000);
  afterAll(async () => {
    await second?.stop();
    await phone?.stop();
  });
  afterEach(() => expect(phone.webhook).toBeNull());

  it('given choices, then they are numbered, and the number chosen is understood', async () => {
    const ann = chatWith(phone, 'ann');
    await ann.say('Добрый день');
    expect(await soon(ann, 2)).toEqual(['Здравствуйте, Анна!', 'Что случилось?\n1. Заказ\n2. Возврат']);
    await ann.say('2');
    await soon(ann, 3);
    await ann.say(`${'очень '.repeat(40)}длинный`);
    const texts = await soon(ann, 6);
    expect(texts[2]).toBe('Какой номер?');
    expect(texts.slice(3).every((text) => text.length <= 160)).toBe(true);
    expect(texts.slice(3, 5).join(' ')).toBe(`back ${'очень '.repeat(40)}длинный уже в пути`);
  });

  it('given the service refuses a message, then the next goes on, and it can be sent again', async () => {
    const api = second as TestServer;
    const own = await api.signIn();
    const bob = chatWith(phone, 'bob');
    phone.fail({ status: 400 });
    await bob.say('Добрый день');
    expect(await soon(bob, 1)).toEqual(['Что случилось?\n1. Заказ\n2. Возврат']);
    const look = async () => (await api.call('GET', 'undelivered-messages', { token: own })).body.undelivered;
    const [lost] = await eventually(look, (found) => found.length === 1);
    expect(lost).toMatchObject({ channel: sms, text: 'Здравствуйте, Анна!', error: { code: 'message_refused' } });
    const path = `undelivered-messages/${encodeURIComponent(lost.id)}/retry`;
    expect((await api.call('POST', path, { token: own })).body).toEqual({ ok: true });
    expect(await soon(bob, 2)).toContain('Здравствуйте, Анна!');
    expect(await look()).toEqual([]);
    expect((await api.call('POST', path, { token: own })).body.code).toBe('undelivered_not_found');
  });

  it('given its service goes away, then the channel is dead and says so; when it is back, it goes on', async () => {
    const api = second as TestServer;
    const own = await api.signIn();
    const state = async () => (await api.call('GET', `channels/${sms}`, { token: own })).body;
    const alarm = await publish(api, own, { document: alarmDocument });
    const connection = (config: object) => api.call('PATCH', 'connections/sms', { token: own, body: { config } });
    await connection({ key: 'other' });
    const dead = await eventually(state, ({ deadSince }) => deadSince !== null, 30_000);
    expect(dead).toMatchObject({ state: 'dead', lastError: { code: 'mock_channel_unauthorised' } });
    await connection({ key: KEY });
    await api.call('POST', `channels/${sms}/check`, { token: own });
    const well = await eventually(state, (found) => found.state === 'well', 30_000);
    expect(well).toMatchObject({ deadSince: null, failures: 0 });
    const { conversations } = (await api.call('GET', `conversations?agent=${alarm}`, { token: own })).body;
    expect(conversations).toHaveLength(1);
    const cleo = chatWith(phone, 'cleo');
    await cleo.say('Добрый день');
    expect(await soon(cleo, 2)).toHaveLength(2);
  });
});
