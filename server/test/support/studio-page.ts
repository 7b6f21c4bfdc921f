import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { afterEach, expect } from 'vitest';
import { ADMIN } from './api.ts';
import { freePort } from './spawn-server.ts';
import { startServer, type TestServer } from './start-server.ts';

const dist = fileURLToPath(new URL('../../../studio/dist/index.html', import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Folder of the pictures that tests take. */
export const shots = fileURLToPath(new URL('../../../.cache/screenshots/', import.meta.url));

export interface StudioPage {
  server: TestServer;
  page: Page;
  /** Errors of the page, and what its policy refused. */
  complaints: string[];
  open(path: string): Promise<unknown>;
  signIn(): Promise<void>;
  /** The page of somebody else, at the same studio. */
  join(person: Person, path: string): Promise<Page>;
  /** Rules of accessibility that the page breaks badly. */
  barriers(): Promise<string[]>;
  stop(): Promise<void>;
}

interface Person {
  email: string;
  password: string;
}

interface StudioSettings {
  /** Settings of the server beside those of every test. */
  env?: Record<string, string>;
  language?: 'en' | 'ru';
  width?: number;
  height?: number;
}

const SIGN_IN = {
  en: { email: 'E-mail', password: 'Password', submit: 'Sign in' },
  ru: { email: 'Электронная почта', password: 'Пароль', submit: 'Войти' },
};

const pages = new Set<Page>();

/** What somebody would have seen where a test failed. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const [at, page] of [...pages].entries()) {
    await page.screenshot({ path: `${shots}failed-${task.id}-${at}.png` });
    console.error(`${page.url()}\n${(await page.locator('body').innerText()).slice(0, 3_000)}`);
  }
});

/** The studio in Chromium, on a whole server of its own. */
export async function startStudio({
  env = {},
  language = 'en',
  width = 1360,
  height = 900,
}: StudioSettings = {}): Promise<StudioPage> {
  expect(existsSync(dist), 'build the studio first: node node_modules/vite/bin/vite.js build studio').toBe(true);
  mkdirSync(shots, { recursive: true });
  const server = await startServer({ PORT: String(await freePort()), ...env });
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
  const page = await newPage();
  pages.add(page);
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
  });

  /** In a browser of its own: nobody else's session is in it. */
  async function newPage(): Promise<Page> {
    const context = await browser.newContext({
      locale: language === 'ru' ? 'ru-RU' : 'en-GB',
      viewport: { width, height },
      // A dialog that still grows takes its buttons away between press and release.
      reducedMotion: 'reduce',
    });
    const made = await context.newPage();
    made.setDefaultTimeout(20_000);
    return made;
  }

  async function enter(at: Page, person: Person): Promise<void> {
    const { email, password, submit } = SIGN_IN[language];
    await at.getByLabel(email).fill(person.email);
    await at.getByLabel(password).fill(person.password);
    await at.getByRole('button', { name: submit }).click();
  }

  return {
    server,
    page,
    complaints,
    open: (path) => page.goto(`${server.url}/studio${path}`),
    signIn: () => enter(page, ADMIN),
    async join(person, path) {
      const guest = await newPage();
      await guest.goto(`${server.url}/studio${path}`);
      await enter(guest, person);
      return guest;
    },
    barriers: () => barriersOf(page),
    async stop() {
      pages.delete(page);
      await browser.close();
      await server.stop();
    },
  };
}

/** Outside the page's policy, which lets no other script in. */
async function barriersOf(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe });
  const { result } = await session.send('Runtime.evaluate', {
    awaitPromise: true,
    returnByValue: true,
    expression: `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`,
  });
  await session.detach();
  return result.value as string[];
}
