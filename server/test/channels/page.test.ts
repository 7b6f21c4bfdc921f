import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startMockService, type MockService } from '../../../plugins/mock-channel/src/service.fixture.ts';
import { ADMIN } from '../support/api.ts';
import { eventually } from '../support/publish.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import { chatWith, KEY, publishOrders } from './orders.ts';

const shots = fileURLToPath(new URL('../../../.cache/screenshots/', import.meta.url));
let server: TestServer;
let service: MockService;
let browser: Browser;
let page: Page;
let agent: string;

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  service = await startMockService({ key: KEY });
  server = await startServer({ DEMO: 'false', EGRESS_ALLOW: new URL(service.url).host });
  agent = await publishOrders(server, await server.signIn());
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
  page = await (await browser.newContext({ locale: 'ru-RU', viewport: { width: 1360, height: 840 } })).newPage();
  page.setDefaultTimeout(15_000);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await service?.stop();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const shot = (name: string) => page.screenshot({ path: `${shots}channels-${name}.png` });

it(
  'adds a channel in a form, sees it work and fail, tests it, sends again what was lost',
  { timeout: 90_000 },
  async () => {
    await page.goto(`${server.url}/studio/agents/${agent}?tab=channels`);
    await page.getByLabel('Электронная почта').fill(ADMIN.email);
    await page.getByLabel('Пароль').fill(ADMIN.password);
    await button('Войти').click();
    await page.getByText('В других местах этому агенту пока не написать').waitFor();
    await button('Добавить канал').click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Сервис').click();
    await page.getByTitle('Чат для проб').click();
    await form.getByLabel('Название').fill('Чат магазина');
    await form.getByLabel('Адрес сервиса').fill(service.url);
    await form.getByLabel('Ключ').fill(KEY);
    await shot('form');
    await form.getByRole('button', { name: 'Добавить' }).click();
    const card = page.getByRole('region', { name: 'Чат магазина' });
    await card.getByText('Работает', { exact: true }).waitFor();
    await card.getByText(service.webhook as string).waitFor();

    service.fail({ status: 400 });
    const ann = chatWith(service, 'ann');
    await ann.say('Добрый день');
    await card.getByText('1 недоставленное сообщение').click();
    await card.getByText('Здравствуйте, Анна!').waitFor();
    await shot('list');
    await button('Отправить ещё раз').click();
    await eventually(
      async () => ann.texts(),
      (texts) => texts.includes('Здравствуйте, Анна!'),
    );

    await button('Пробное сообщение').click();
    await form.getByLabel('Кому').fill('bob');
    await form.getByRole('button', { name: 'Отправить' }).click();
    await page.getByText('Сервис принял сообщение').waitFor();
    expect(chatWith(service, 'bob').texts()).toEqual(['Пробное сообщение от Scenarium']);
    await form.getByRole('button', { name: 'Отмена' }).click();

    await service.stop();
    const token = await server.signIn();
    const [{ id }] = (await server.call('GET', 'channels', { token })).body.channels;
    for (let i = 0; i < 3; i += 1) await server.call('POST', `channels/${id}/check`, { token });
    await card.getByText('Не работает', { exact: true }).waitFor({ timeout: 30_000 });
    await shot('dead');
    await page.goto(`${server.url}/studio/conversations`);
    await page.getByRole('cell', { name: 'Чат магазина' }).waitFor();
    await shot('conversations');
  },
);
