import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MongoClient } from 'mongodb';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN } from './support/api.ts';
import { offer } from './support/offer.ts';
import { publish } from './support/publish.ts';
import { startEngine, type TestEngine } from './support/start-engine.ts';
import { startServer, type TestServer } from './support/start-server.ts';

const shots = fileURLToPath(new URL('../../.cache/screenshots/', import.meta.url));
const dist = fileURLToPath(new URL('../../studio/dist/index.html', import.meta.url));
let engine: TestEngine;
let server: TestServer;
let browser: Browser;
let page: Page;
let agent: string;
const complaints: string[] = [];

beforeAll(async () => {
  expect(existsSync(dist), 'build the studio first: node node_modules/vite/bin/vite.js build studio').toBe(true);
  mkdirSync(shots, { recursive: true });
  engine = await startEngine();
  server = await startServer({
    MONGODB_URI: engine.uri,
    DEMO: 'false',
    SECRET_KEY: randomBytes(32).toString('base64'),
  });
  const token = await server.signIn();
  const document = offer('offers', 'May I send it?');
  agent = await publish(server, token, { document: { ...document, name: 'Offers' } });
  const { scenario } = (await server.call('GET', `agents/${agent}`, { token })).body;
  const source = { document: { ...offer('offers', 'Shall I send it today?'), name: 'Offers' } };
  await server.call('PUT', `scenarios/${scenario}/draft`, { token, body: { revision: 1, source } });
  await server.call('POST', `scenarios/${scenario}/versions`, { token, body: { note: 'Asks for today' } });
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1360, height: 1000 } });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
  });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await engine?.stop();
});

/** Contacts who met a variant, as the runtime would have kept them. */
async function measured(variant: string, contacts: number, conversions: number): Promise<void> {
  const client = await MongoClient.connect(engine.uri);
  const db = client.db('scenarium');
  const experiment = await db.collection('experiments').findOne({ status: 'running' });
  if (!experiment) throw new Error('nothing runs');
  const [tenant, id] = [experiment['tenant'] as string, `${experiment._id}`];
  await db.collection<{ _id: string }>('experiment_runs').insertMany(
    Array.from({ length: contacts }, (_, at) => ({
      ...{ _id: `${id}:${variant}${at}`, tenant, experiment: id, variant, contact: `${variant}${at}` },
      ...{ outcome: at < conversions ? 'sold' : 'left', failed: false, events: [], at: new Date() },
    })),
  );
  await client.close();
}

const verdict = () => page.getByRole('status').filter({ has: page.locator('strong') });

describe('experiments in the studio', { timeout: 45_000 }, () => {
  it('plans one, starts it, tells what came of it in both languages, and makes the winner the version', async () => {
    await page.goto(`${server.url}/studio/agents/${agent}?tab=experiments`);
    await page.getByLabel('E-mail').fill(ADMIN.email);
    await page.getByLabel('Password').fill(ADMIN.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'New experiment' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Sooner');
    await page.getByLabel('What do you expect, and why?').fill('More people say yes when it comes today');
    await page.getByLabel('Goal').click();
    await page.getByTitle('ends with “sold”').click();
    await page.keyboard.press('Escape');
    await page.getByText(/^About 4,\d\d\d contacts are needed/).waitFor();
    await page.getByRole('slider').press('ArrowLeft');
    await page.getByText('Version 1 49%').waitFor();
    await page.getByRole('slider').press('ArrowRight');
    await page.screenshot({ path: `${shots}experiments-plan-en.png` });
    await page.getByRole('button', { name: 'Save and start' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Start' }).click();
    await page.getByText('The experiment is running').waitFor();
    await verdict().getByText('Too early to say: a verdict needs at least 100 contacts').waitFor();

    await measured('a', 820, 164);
    await measured('b', 798, 231);
    await page.reload();
    await verdict()
      .getByText(/^“Asks for today” is better than “Version 1”, by \d/)
      .waitFor();
    await page.getByRole('img', { name: /^Asks for today: 28.9% converted, most likely between/ }).waitFor();
    await page.screenshot({ path: `${shots}experiments-en.png`, fullPage: true });
    await page.getByRole('link', { name: 'Agents' }).first().click();
    await page.getByRole('heading', { name: 'Agents', level: 1 }).waitFor();
    await page.getByText('Experiment', { exact: true }).waitFor();
    await page.screenshot({ path: `${shots}experiments-agents-en.png` });

    await page.evaluate(() => localStorage.setItem('scenarium.language', 'ru'));
    await page.goto(`${server.url}/studio/agents/${agent}?tab=experiments`);
    await verdict()
      .getByText(/^«Asks for today» лучше, чем «Version 1», на \d/)
      .waitFor();
    await page.screenshot({ path: `${shots}experiments-ru.png`, fullPage: true });
    await page.getByRole('button', { name: 'Приостановить' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Приостановить' }).click();
    await page.getByRole('button', { name: 'Продолжить' }).waitFor();
    await page.getByRole('button', { name: 'Завершить…' }).click();
    expect(await page.getByRole('dialog').getByLabel('Asks for today').isChecked()).toBe(true);
    await page.getByRole('dialog').getByRole('button', { name: 'Завершить' }).click();
    await page.getByText('Теперь у агента версия «Asks for today»').waitFor();
    await page.getByRole('heading', { name: 'Прошлые эксперименты' }).waitFor();
    await page.locator('.ant-table-row-expand-icon').click();
    await verdict()
      .getByText(/^«Asks for today» лучше/)
      .waitFor();
    await page.screenshot({ path: `${shots}experiments-history-ru.png`, fullPage: true });
    await page.getByRole('tab', { name: 'Версии' }).click();
    await page
      .getByRole('row', { name: /Asks for today/ })
      .getByText('Активна')
      .waitFor();
    expect(complaints).toEqual([]);
  });
});
