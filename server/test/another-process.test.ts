import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from './support/api.ts';
import { publishEcho } from './support/echo-agent.ts';
import { spawnServer, type SpawnedServer } from './support/spawn-server.ts';
import { startEngine, type TestEngine } from './support/start-engine.ts';
import { startSwitchboard, type Switchboard } from './support/switchboard.ts';

let engine: TestEngine;
let browser: Browser;
let one: SpawnedServer;
let other: SpawnedServer;
let front: Switchboard;
let agent: string;

beforeAll(async () => {
  engine = await startEngine();
  const env = { MONGODB_URI: engine.uri, SECRET_KEY: 'one key for both of the servers, long enough' };
  one = await spawnServer({ env });
  other = await spawnServer({ env });
  front = await startSwitchboard(one.url);
  agent = await publishEcho(createApi(front.url));
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await front?.close();
  await Promise.all([one?.remove(), other?.remove()]);
  await engine?.stop();
});

async function say(page: Page, text: string): Promise<void> {
  await page.locator('textarea').fill(text);
  await page.keyboard.press('Enter');
}

/** The visitor's token, for another device of the same person. */
async function tokenOf(page: Page): Promise<{ id: string; token: string }> {
  const token = await page.evaluate((key) => localStorage.getItem(key) ?? '', `scenarium:${agent}:token`);
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { conversation: string };
  return { id: claims.conversation, token };
}

describe('a visitor whose server changes', { timeout: 120_000 }, () => {
  it('given cuts in mid-answer and a server that dies, then exactly what was said is shown, once and in order', async () => {
    const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    await page.goto(`${front.url}/chat/${agent}`);
    await page.getByText('Next?').waitFor();
    for (let n = 0; n < 6; n += 1) {
      await say(page, `cut ${n}`);
      front.switchTo(n % 2 === 0 ? other.url : one.url);
    }
    await page.getByText('You said: cut 5').waitFor();
    const visitor = await tokenOf(page);

    one.signal('SIGKILL');
    await one.gone;
    front.switchTo(one.url);
    await page.locator('.state[data-state=offline]').waitFor();
    await say(page, 'into the void');
    const path = `conversations/${visitor.id}/messages`;
    await other.call('POST', path, {
      token: visitor.token,
      body: { id: 'phone', text: 'from the phone', wait: 10_000 },
    });
    front.switchTo(other.url);
    await page.getByText('You said: into the void').waitFor();
    await expect.poll(() => page.getByText('Next?').count()).toBe(9);

    const { body } = await other.call('GET', path, { token: visitor.token });
    const said = (body.messages as { text: string }[]).map(({ text }) => text);
    expect(await page.locator('#log .text').allTextContents()).toEqual(said);
    expect(said.filter((text) => !text.startsWith('Next?'))).toEqual(
      ['cut 0', 'cut 1', 'cut 2', 'cut 3', 'cut 4', 'cut 5', 'from the phone', 'into the void'].flatMap((text) => [
        text,
        `You said: ${text}`,
      ]),
    );
  });
});
