import { existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN } from './support/api.ts';
import { startServer, type TestServer } from './support/start-server.ts';

const shots = fileURLToPath(new URL('../../.cache/screenshots/', import.meta.url));
const dist = fileURLToPath(new URL('../../studio/dist/index.html', import.meta.url));
let server: TestServer;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  expect(existsSync(dist), 'build the studio first: node node_modules/vite/bin/vite.js build studio').toBe(true);
  mkdirSync(shots, { recursive: true });
  server = await startServer({ PORT: String(await freePort()) });
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1360, height: 900 } });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on('pageerror', ({ message }) => complaints.push(message));
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

const button = (name: string | RegExp) => page.getByRole('button', { name });
const tab = (name: string) => page.getByRole('tab', { name }).click();
const log = () => page.getByRole('log');

async function open(key: string): Promise<void> {
  const token = await server.signIn();
  const { body } = await server.call('GET', `scenarios/${key}`, { token });
  await page.goto(`${server.url}/studio/scenarios/${body.id}`);
}

async function say(text: string): Promise<void> {
  await page.getByLabel('Write a message…').fill(text);
  await page.keyboard.press('Enter');
}

describe('the play of a draft', { timeout: 60_000 }, () => {
  it('talks, stops before a step, takes another value, goes back and goes on from there', async () => {
    await page.goto(`${server.url}/studio/`);
    await page.getByLabel('E-mail').fill(ADMIN.email);
    await page.getByLabel('Password').fill(ADMIN.password);
    await button('Sign in').click();
    await page.getByRole('heading', { name: 'Agents', level: 1 }).waitFor();
    await open('lead-qualification');
    await log().getByText('name').first().waitFor();
    await tab('History');
    await page.getByRole('combobox', { name: 'Stop before these steps' }).click();
    await page.keyboard.type('size');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await tab('Dialogue');
    await say('Ann');
    await log().getByText('Ann').nth(1).waitFor();
    await page.screenshot({ path: `${shots}simulation-dialogue.png` });
  });
});
