import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../src/platform/config/config.ts';
import { publishEcho } from './support/echo-agent.ts';
import { startServer, type TestServer } from './support/start-server.ts';

let shops: Server[];
let friend: string;
/** A site of another domain, whose frames this browser lets keep nothing. */
let abroad: string;
let stranger: string;
let server: TestServer;
let browser: Browser;
let agent: string;

/** A site of somebody else, strict about what runs in it, and careless about what its rules hit. */
function servePage(): Server {
  return createServer((_request, response) => {
    response.setHeader(
      'Content-Security-Policy',
      `default-src 'none'; script-src ${server.url}; frame-src ${server.url}`,
    );
    response.setHeader('Content-Type', 'text/html');
    response.end(`<!doctype html><title>Shop</title><h1>Shop</h1>
      <script src="${server.url}/widget.js" data-agent="${agent}" async></script>`);
  });
}

beforeAll(async () => {
  shops = [servePage(), servePage()];
  const [one, other] = await Promise.all(shops.map(listen));
  friend = `http://127.0.0.1:${one}`;
  abroad = `http://localhost:${one}`;
  stranger = `http://127.0.0.1:${other}`;
  server = await startServer({ DEMO: 'false', EMBED_ORIGINS: `${friend},${abroad}` });
  agent = await publishEcho(server);
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  for (const shop of shops) shop.close();
});

async function listen(shop: Server): Promise<number> {
  await new Promise<void>((resolve) => shop.listen(0, resolve));
  return (shop.address() as AddressInfo).port;
}

async function visit(url: string, options: { locale?: string; width?: number } = {}): Promise<Page> {
  const { locale = 'en-GB', width = 1_000 } = options;
  const context = await browser.newContext({ locale, viewport: { width, height: 700 } });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

describe('the chat on another site', { timeout: 60_000 }, () => {
  it('given a site that may show it, when led by keyboard, then one talks in it, closes it and goes on after a reload', async () => {
    const page = await visit(friend);
    const troubles: string[] = [];
    page.on('pageerror', ({ message }) => troubles.push(message));
    const bubble = page.getByRole('button', { name: 'Open the chat' });
    await bubble.waitFor();
    expect(page.frames()).toHaveLength(1);
    await bubble.focus();
    await page.keyboard.press('Enter');
    const chat = page.frameLocator('iframe');
    await chat.getByText('Next?').waitFor();
    await chat.locator('textarea').focus();
    await page.keyboard.type('hello');
    await page.keyboard.press('Enter');
    await chat.getByText('You said: hello').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('iframe').waitFor({ state: 'hidden' });
    expect(
      await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('aria-expanded')),
    ).toBe('false');

    await page.reload();
    await bubble.click();
    await page.frameLocator('iframe').getByText('You said: hello').waitFor();

    expect(await page.locator('iframe').getAttribute('sandbox')).not.toMatch(/top-navigation|modals/);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('given a telephone and a site of another domain, then the chat fills the screen and its own button closes it, in Russian', async () => {
    const page = await visit(abroad, { locale: 'ru-RU', width: 320 });
    await page.getByRole('button', { name: 'Открыть чат' }).click();
    const chat = page.frameLocator('iframe');
    await chat.getByText('Дальше?').waitFor();
    expect(await page.locator('iframe').boundingBox()).toEqual({ x: 0, y: 0, width: 320, height: 700 });
    await chat.getByRole('button', { name: 'Закрыть чат' }).click();

    await page.locator('iframe').waitFor({ state: 'hidden' });
    await page.context().close();
  });

  it('given a site that may not, then the chat is not shown there, and a link leads to it', async () => {
    const page = await visit(stranger);
    await page.getByRole('button', { name: 'Open the chat' }).click();
    const link = page.getByRole('link', { name: 'Open the chat in a new window' });
    await link.waitFor();

    expect(await link.getAttribute('href')).toBe(`${server.url}/chat/${agent}`);
    expect(await page.locator('iframe').isVisible()).toBe(false);
    await page.context().close();
  });

  it('given messages of another window that look like the chat’s, then they change nothing', async () => {
    const page = await visit(friend);
    await page.getByRole('button', { name: 'Open the chat' }).click();
    await page.frameLocator('iframe').getByText('Next?').waitFor();
    await page.evaluate(() => window.postMessage('scenarium:close', '*'));
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));

    expect(await page.locator('iframe').isVisible()).toBe(true);
    await page.context().close();
  });

  it('given the settings, then only the chat may be framed, and only by those origins', async () => {
    const policyOf = async (path: string) => (await server.call('GET', path)).headers.get('content-security-policy');
    expect(await policyOf(`/chat/${agent}`)).toContain(`frame-ancestors 'self' ${friend} ${abroad}`);
    expect(await policyOf('/')).toMatch(/frame-ancestors 'self'$/);
  });

  it.each(['*', 'https://a.example; script-src *', 'javascript:x', 'https://a.example/path', 'a.example'])(
    'given %s as an origin, then the server does not start',
    (origin) => {
      expect(() => parseConfig({ EMBED_ORIGINS: origin })).toThrow('EMBED_ORIGINS');
    },
  );
});
