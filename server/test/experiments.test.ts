import { randomBytes } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { offer } from './support/offer.ts';
import { publish } from './support/publish.ts';
import { startEngine, type TestEngine } from './support/start-engine.ts';
import { shots, startStudio, type StudioPage } from './support/studio-page.ts';

let engine: TestEngine;
let studio: StudioPage;
let { server, page } = {} as StudioPage;
let agent: string;

beforeAll(async () => {
  engine = await startEngine();
  studio = await startStudio({
    env: { MONGODB_URI: engine.uri, DEMO: 'false', SECRET_KEY: randomBytes(32).toString('base64') },
    height: 1000,
  });
  ({ server, page } = studio);
  const token = await server.signIn();
  const document = offer('offers', 'May I send it?');
  agent = await publish(server, token, { document: { ...document, name: 'Offers' } });
  const { scenario } = (await server.call('GET', `agents/${agent}`, { token })).body;
  const source = { document: { ...offer('offers', 'Shall I send it today?'), name: 'Offers' } };
  await server.call('PUT', `scenarios/${scenario}/draft`, { token, body: { revision: 1, source } });
  await server.call('POST', `scenarios/${scenario}/versions`, { token, body: { note: 'Asks for today' } });
}, 60_000);
afterAll(async () => {
  await studio?.stop();
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
    await studio.open(`/agents/${agent}?tab=experiments`);
    await studio.signIn();
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
    await studio.open(`/agents/${agent}?tab=experiments`);
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
    expect(studio.complaints).toEqual([]);
  });
});
