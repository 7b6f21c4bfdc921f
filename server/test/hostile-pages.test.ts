import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publish } from './support/publish.ts';
import { startServer, type TestServer } from './support/start-server.ts';

const attack = `"><img src=x onerror="window.broken=1"><svg onload="window.broken=1">'{{ 7 * 6 }}`;
const addresses = [
  'javascript:window.broken=1',
  'JaVaScRiPt:window.broken=1',
  '\tjava\nscript:window.broken=1',
  '\u0001javascript:window.broken=1',
  'javascript&colon;window.broken=1',
  'view-source:javascript:window.broken=1',
  'data:text/html,<script>opener.broken=1</script>',
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="window.broken=1"/>',
  'blob:https://example.org/x',
  'file:///etc/passwd',
  'vbscript:window.broken=1',
];
const scenario = {
  format: 1,
  id: 'hostile',
  name: attack,
  locales: ['en'],
  triggers: [{ id: 'start', type: 'conversation', step: 'say' }],
  variables: { text: { type: 'text' } },
  steps: [
    {
      id: 'say',
      type: 'message',
      text: 'attack',
      buttons: addresses.map((url, index) => ({ id: `b${index}`, label: 'attack', url })),
      attachments: [
        ...addresses.slice(0, 9).map((url) => ({ url, type: 'image', name: attack })),
        { url: 'https://pictures.example/cat.svg', type: 'image', name: attack },
      ],
    },
    { id: 'ask', type: 'ask', prompt: 'attack', saveTo: 'text' },
    { id: 'echo', type: 'message', text: 'echo' },
    { id: 'end', type: 'end' },
  ],
  flows: [
    { id: 'f1', from: 'say', to: 'ask' },
    { id: 'f2', from: 'ask', to: 'echo' },
    { id: 'f3', from: 'ask', on: 'failed', to: 'end' },
    { id: 'f4', from: 'echo', to: 'end' },
  ],
  messages: { en: { attack: attack.replace('{{ 7 * 6 }}', ''), echo: 'You said: {{ text }}' } },
};

let server: TestServer;
let browser: Browser;
let agent: string;

beforeAll(async () => {
  server = await startServer({ DEMO: 'false' });
  const settings = { slug: 'hostile', name: attack, description: attack };
  agent = await publish(server, await server.signIn(), { document: scenario, settings });
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('hostile contents', { timeout: 60_000 }, () => {
  it('given an agent that is all attacks, then the pages show them as text and do nothing', async () => {
    const context = await browser.newContext({ locale: 'en-GB' });
    const page = await context.newPage();
    const troubles: string[] = [];
    const foreign: string[] = [];
    page.on('pageerror', ({ message }) => troubles.push(message));
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => troubles.push(dialog.message())));
    page.on('console', (message) => {
      if (/Content Security Policy|TrustedHTML/.test(message.text())) troubles.push(message.text());
    });
    await page.route('**', (route, request) => {
      if (request.url().startsWith(server.url)) return route.continue();
      foreign.push(request.url());
      return route.abort();
    });
    await page.goto(server.url);
    await page.getByRole('link', { name: attack }).click();
    await page.locator('textarea').fill(`${attack} javascript:window.broken=1`);
    await page.keyboard.press('Enter');
    await page.locator('.row', { hasText: 'You said' }).waitFor();
    for (const choice of await page.locator('button.choice').all()) await choice.click({ force: true });

    const found = await page.evaluate(() => ({
      markup: document.querySelectorAll('.chat :is(script, iframe, object, embed, style, [onerror], [onload])').length,
      svgs: document.querySelectorAll('#log svg').length,
      links: [...document.querySelectorAll<HTMLAnchorElement>('#log a')].map(({ href }) => href),
      rel: [...new Set([...document.querySelectorAll('#log a')].map((link) => link.getAttribute('rel')))],
      name: document.querySelector('h1')?.textContent,
      broken: Object.hasOwn(window, 'broken'),
    }));
    // What is no address of its own is one of the server's pages; what could run is none at all.
    const relative = `${server.url}/chat/javascript&colon;window.broken=1`;
    expect(found).toEqual({
      markup: 0,
      svgs: 0,
      links: [relative, 'https://pictures.example/cat.svg', relative],
      rel: ['noopener noreferrer'],
      name: attack,
      broken: false,
    });
    expect(context.pages()).toHaveLength(1);
    expect(foreign).toEqual(['https://pictures.example/cat.svg']);
    expect(troubles).toEqual([]);
  });

  it('given markup that gets into the page all the same, then the policy keeps it from running', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}/chat/${agent}`);
    const refused = await page.evaluate(async () => {
      const link = Object.assign(document.createElement('a'), { href: 'javascript:window.broken=1' });
      document.body.append(link);
      link.click();
      const image = document.createElement('img');
      image.setAttribute('src', 'data:image/png;base64,');
      document.body.append(image);
      await new Promise((resolve) => setTimeout(resolve, 100));
      try {
        document.body.innerHTML = '<img src=x onerror="window.broken=1">';
        return false;
      } catch {
        return true;
      }
    });

    expect(refused).toBe(true);
    expect(await page.evaluate(() => Object.hasOwn(window, 'broken'))).toBe(false);
    await page.close();
  });

  it.each(['/', '/chat/any'])(
    'given %s, then its policy allows its own files and pictures, and no frames',
    async (path) => {
      const { headers } = await server.call('GET', path);
      const policy = headers.get('content-security-policy');
      expect(policy).not.toMatch(/unsafe|data:|http:|\*/);
      for (const part of ["default-src 'none'", "script-src 'self'", "base-uri 'none'", "frame-ancestors 'self'"])
        expect(policy).toContain(part);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    },
  );
});
