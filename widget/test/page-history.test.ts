import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { SECONDS, usePages } from './page-harness.ts';

const pages = usePages();
const view = { viewport: { width: 390, height: 600 } };

/** A dialogue of so many messages, `line 0` first. */
function lines(count: number): void {
  pages.server.store.greet = () => Array.from({ length: count }, (_, index) => ({ text: `line ${index}.` }));
}

/** What is read at the upper edge, and how far below it it stands. */
function reading(page: Page): Promise<{ text: string; top: number }> {
  return page.locator('#scroller').evaluate((scroller) => {
    const edge = scroller.getBoundingClientRect().top;
    const row = [...scroller.querySelectorAll('.row')].find((one) => one.getBoundingClientRect().bottom > edge);
    return {
      text: row?.querySelector('.text')?.textContent ?? '',
      top: (row?.getBoundingClientRect().top ?? 0) - edge,
    };
  });
}

describe('a long dialogue in the page', { timeout: SECONDS }, () => {
  it('given earlier messages that come on top, then what is being read stays where it is', async () => {
    lines(200);
    const page = await pages.openPage(view);
    await page.getByText('line 199.').waitFor();
    let release = () => {};
    pages.server.hold = { request: /^GET .*messages$/, until: new Promise((resolve) => (release = resolve)) };
    await page.locator('#scroller').evaluate((scroller) => scroller.scrollTo(0, 0));
    await page.getByRole('button', { name: 'Loading…' }).waitFor();
    await page.locator('#scroller').evaluate((scroller) => scroller.scrollTo(0, 300));
    const before = await reading(page);
    release();
    await page.getByText('line 100.').waitFor({ state: 'attached' });

    const after = await reading(page);
    expect(after.text).toBe(before.text);
    expect(Math.abs(after.top - before.top)).toBeLessThan(2);
  });

  it('given 10,000 messages, when read far up and down again, then only an excerpt is ever in the page', async () => {
    lines(10_000);
    const page = await pages.openPage(view);
    await page.getByText('line 9999.').waitFor();
    const rows: number[] = [];
    const go = async (to: 'top' | 'bottom', text: string) => {
      await expect
        .poll(
          async () => {
            await page.locator('#scroller').evaluate((e, end) => e.scrollTo(0, end === 'top' ? 0 : e.scrollHeight), to);
            rows.push(await page.locator('.row').count());
            return page.getByText(text, { exact: true }).count();
          },
          { timeout: 30_000, interval: 20 },
        )
        .toBe(1);
    };
    await go('top', 'line 9400.');
    expect(await page.getByText('line 9999.').count()).toBe(0);
    await go('bottom', 'line 9999.');

    expect(Math.max(...rows)).toBeLessThanOrEqual(200);
    await page.locator('#scroller').evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight));
    await page.locator('#latest').waitFor({ state: 'hidden' });
    expect(pages.troubles).toEqual([]);
  });

  it('given a reader far up, when something is said, then a chip leads to it', async () => {
    lines(400);
    const page = await pages.openPage(view);
    await page.getByText('line 399.').waitFor();
    await expect
      .poll(async () => {
        await page.locator('#scroller').evaluate((scroller) => scroller.scrollTo(0, 0));
        return page.getByText('line 50.', { exact: true }).count();
      })
      .toBe(1);
    pages.server.store.say(pages.held(), [{ text: 'news' }]);
    await page.getByRole('button', { name: 'New messages (1)' }).click();

    await page.getByText('news').waitFor();
    await page.locator('#latest').waitFor({ state: 'hidden' });
  });

  it('given a server in trouble, then the button says so, waits for a press, and keeps the keyboard', async () => {
    lines(60);
    const page = await pages.openPage(view);
    await page.getByText('line 59.').waitFor();
    pages.server.unavailable.push(0);
    await page.locator('#scroller').evaluate((scroller) => scroller.scrollTo(0, 0));
    const button = page.getByRole('button', { name: 'Earlier messages could not be loaded. Try again' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByText('line 0.', { exact: true }).waitFor({ state: 'attached' });

    await page.locator('#earlier').waitFor({ state: 'hidden' });
    expect(await page.locator('#scroller').evaluate((scroller) => scroller === document.activeElement)).toBe(true);
  });
});
