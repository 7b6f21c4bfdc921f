import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from './support/start-server.ts';

const shots = fileURLToPath(new URL('../../.cache/screenshots/', import.meta.url));
let server: TestServer;
let browser: Browser;
let token: string;

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  server = await startServer({ PORT: String(await freePort()) });
  token = await server.signIn();
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** What an end user does: writes, or presses a button with this label; then sees this. */
type Move = { say?: string; press?: string; see: string };

const dialogues: { template: string; locale: string; begin: string; moves: Move[]; outcome: string | undefined }[] = [
  {
    template: 'lead-qualification',
    locale: 'en-GB',
    begin: 'What is your name?',
    moves: [
      { say: 'Ann', see: 'Nice to meet you, Ann' },
      { press: 'A support agent', see: 'How many people' },
      { say: '12', see: 'Which e-mail address' },
      { say: 'ann@example.com', see: 'phone number' },
      { say: '+49 30 901820', see: 'For a team of 12 people' },
    ],
    outcome: 'hot-lead',
  },
  {
    template: 'lead-qualification',
    locale: 'ru-RU',
    begin: 'Как вас зовут?',
    moves: [
      { say: 'Аня', see: 'Приятно познакомиться, Аня' },
      { press: 'Помощника по продажам', see: 'Сколько человек' },
      { say: '3', see: 'На какой адрес' },
      { say: 'anya@example.com', see: 'Напишем на anya@example.com' },
    ],
    outcome: 'cold-lead',
  },
  {
    template: 'order-status',
    locale: 'en-GB',
    begin: 'number of your order',
    moves: [
      { say: '1001', see: 'should arrive on December 1, 2026' },
      { press: 'No, thank you', see: 'have a good day' },
    ],
    outcome: 'answered',
  },
  {
    template: 'order-status',
    locale: 'ru-RU',
    begin: 'Какой номер',
    moves: [
      { say: '1003', see: 'доставлен 15 ноября 2026' },
      { press: 'Нет, спасибо', see: 'хорошего дня' },
    ],
    outcome: 'answered',
  },
  {
    template: 'appointment',
    locale: 'en-GB',
    begin: 'come for',
    moves: [
      { press: 'A repair', see: 'When would suit you' },
      { say: '24.12.2036 15:00', see: 'we expect you on December 24, 2036' },
      { say: 'I have to cancel', see: 'Keep it or cancel it' },
      { press: 'Cancel it', see: 'The appointment is cancelled' },
    ],
    outcome: 'cancelled',
  },
  {
    template: 'appointment',
    locale: 'ru-RU',
    begin: 'На что вас записать',
    moves: [
      { press: 'Консультация', see: 'Когда вам удобно' },
      { say: '24.12.2036 15:00', see: 'ждём вас 24 декабря 2036' },
      { say: 'хочу отменить', see: 'Оставить или отменить' },
      { press: 'Отменить', see: 'Запись отменена' },
    ],
    outcome: 'cancelled',
  },
];

async function openChat(template: string, locale: string): Promise<Page> {
  const { body } = await server.call('GET', `agents/${template}`, { token });
  const context = await browser.newContext({ locale, viewport: { width: 900, height: 760 } });
  const page = await context.newPage();
  await page.goto(`${server.url}/chat/${body.id}`);
  return page;
}

describe('an end user in a browser', { timeout: 60_000 }, () => {
  it.for(dialogues)('talks to $template in $locale to its end', async ({ template, locale, begin, moves, outcome }) => {
    const page = await openChat(template, locale);
    const log = page.locator('#log');
    await log.getByText(begin).last().waitFor();
    for (const { say, press, see } of moves) {
      if (press !== undefined) await log.getByRole('button', { name: press, exact: true }).last().click();
      if (say !== undefined) {
        await page.locator('textarea').fill(say);
        await page.keyboard.press('Enter');
      }
      await log.getByText(see).last().waitFor();
    }
    await page.screenshot({ path: `${shots}${template}.${locale}.png` });
    const agent = (await server.call('GET', `agents/${template}`, { token })).body.id;
    const { body } = await server.call('GET', `conversations?agent=${agent}&limit=200`, { token });
    expect(body.conversations).toContainEqual(
      expect.objectContaining({ locale: locale.slice(0, 2), ...(outcome && { outcome }) }),
    );
    await page.context().close();
  });

  it('goes on where it was after a reload', async () => {
    const page = await openChat('lead-qualification', 'en-GB');
    await page.locator('#log').getByText('What is your name?').waitFor();
    await page.locator('textarea').fill('Ann');
    await page.keyboard.press('Enter');
    await page.locator('#log').getByText('Nice to meet you, Ann').waitFor();
    await page.reload();
    await page.locator('#log').getByText('Nice to meet you, Ann').waitFor();
    expect(await page.locator('#log').getByText('What is your name?').count()).toBe(1);
    await page.context().close();
  });

  it.for([
    ['en-GB', 'Where is my order?', 'number of your order'],
    ['ru-RU', 'Где мой заказ?', 'Какой номер у вашего заказа'],
  ] as const)('finds the agents on the start page in %s, in words for end users', async ([locale, name, asked]) => {
    const page = await browser.newPage({ locale });
    await page.goto(server.url);
    await page.getByText(name).waitFor();
    await page.screenshot({ path: `${shots}start-${locale}.png` });
    await page.getByText(name).click();
    await page.locator('#log').getByText(asked).first().waitFor();
    await page.getByRole('banner').getByText(name).waitFor();
    await page.close();
  });
});
