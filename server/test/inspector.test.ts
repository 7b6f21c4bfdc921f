import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyForm } from './inspector.fixture.ts';
import { ADMIN } from './support/api.ts';
import { startServer, type TestServer } from './support/start-server.ts';

const shots = fileURLToPath(new URL('../../.cache/screenshots/', import.meta.url));
let server: TestServer;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  server = await startServer();
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 1400 } });
  page = await context.newPage();
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (/Content Security Policy|Warning:|Maximum update/.test(message.text())) complaints.push(message.text());
  });
  const token = await server.signIn();
  const { body } = await server.call('POST', 'scenarios', { token, body: { document: everyForm } });
  await page.goto(`${server.url}/studio/scenarios/${body.id as string}`);
  await page.getByLabel('E-mail').fill(ADMIN.email);
  await page.getByLabel('Password').fill(ADMIN.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('[data-step="greet"]').waitFor();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const side = () => page.locator('.graph-side');

describe('the forms of the editor', { timeout: 90_000 }, () => {
  it('has a form for every type of step', async () => {
    await page.locator('[data-step="greet"]').click();
    for (const [i, { id, type }] of everyForm.steps.entries()) {
      await side().getByText(id, { exact: true }).first().waitFor();
      for (const more of await side().locator('details.more > summary').all()) await more.click();
      await side().screenshot({ path: `${shots}form-${type}.png` });
      const next = everyForm.steps[i + 1]?.id;
      if (next)
        await side()
          .getByRole('button', { name: `Go to ${next}` })
          .first()
          .click();
    }
    expect(complaints).toEqual([]);
  });
});
