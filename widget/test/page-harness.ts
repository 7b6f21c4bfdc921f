import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { servePage } from './page-server.ts';
import { StandIn } from './stand-in.ts';
import type { Held } from './stand-in-store.ts';

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];
/** A browser on a busy machine takes its time. */
export const SECONDS = 60_000;

/** What a test of the page works with: a browser over its file, a server and no memory of the test before. */
export interface PageHarness {
  readonly browser: Browser;
  readonly server: StandIn;
  /** What no page may do: throw, break its policy, open a dialog. */
  readonly troubles: string[];
  /** Addresses outside of the server that were asked for. */
  readonly foreign: string[];
  /** Opens the page and waits until it is connected. */
  openPage(options?: BrowserContextOptions): Promise<Page>;
  /** The latest conversation. */
  held(): Held;
}

/** Builds the page, and gives every test of the file its own server and browser contexts. */
export function usePages(): PageHarness {
  let browser: Browser;
  let server: StandIn;
  let troubles: string[] = [];
  let foreign: string[] = [];

  beforeAll(async () => {
    execFileSync(process.execPath, [fileURLToPath(new URL('../build.mjs', import.meta.url))]);
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ARGUMENTS,
    });
  }, SECONDS);
  afterAll(() => browser?.close());
  beforeEach(async () => {
    server = await new StandIn({ fallback: (request, response) => void servePage(request, response) }).start();
    troubles = [];
    foreign = [];
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await server.stop();
  });

  return {
    get browser() {
      return browser;
    },
    get server() {
      return server;
    },
    get troubles() {
      return troubles;
    },
    get foreign() {
      return foreign;
    },
    held: () => [...server.store.held.values()].at(-1) as Held,
    async openPage(options = {}) {
      const context = await browser.newContext({ locale: 'en-GB', ...options });
      const page = await context.newPage();
      page.on('pageerror', ({ message }) => troubles.push(message));
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) troubles.push(message.text());
      });
      page.on('dialog', (dialog) => {
        troubles.push(dialog.message());
        void dialog.dismiss();
      });
      await page.route('**', (route, request) => {
        if (request.url().startsWith(server.url)) return route.continue();
        foreign.push(request.url());
        return route.abort();
      });
      await page.goto(`${server.url}/chat/support`);
      await page.locator('.state[data-state=online]').waitFor();
      return page;
    },
  };
}
