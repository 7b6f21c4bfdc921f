import { describe, expect, it } from 'vitest';
import { playDemo } from './demo-agent.ts';
import { SECONDS, usePages } from './page-harness.ts';
import { problem } from './stand-in.ts';

const pages = usePages();

describe('the chat page', { timeout: SECONDS }, () => {
  it('given a dialogue, when led by keyboard alone, then it is shown with its times, states and answers', async () => {
    playDemo(pages.server.store);
    const page = await pages.openPage();
    await page.getByRole('button', { name: 'Book a visit' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('You said: Talk to a person (human)').waitFor();

    expect(await page.getByRole('button', { name: 'Talk to a person' }).isDisabled()).toBe(true);
    expect(await page.locator('textarea').evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type('two');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('lines');
    await page.keyboard.press('Enter');
    await page.getByText('You said: two').waitFor();

    expect(pages.server.received.map(({ option, text }) => [option, text])).toEqual([
      ['human', 'Talk to a person'],
      [undefined, 'two\nlines'],
    ]);
    expect(await page.locator('.day').allTextContents()).toEqual(['yesterday', 'today']);
    expect(await page.locator('.own .status').allTextContents()).toEqual(['✓', '✓']);
    expect(await page.getByRole('link', { name: 'Help centre' }).getAttribute('rel')).toContain('noopener');
    expect(await page.locator('.link').getAttribute('href')).toBe('https://example.org/orders/48-1207');
    expect(pages.troubles).toEqual([]);
  });

  it('given another language, when chosen, then the page and the conversation speak it, after a reload too', async () => {
    const page = await pages.openPage();
    await page.getByRole('combobox').selectOption('ru');
    await page.getByText('На связи').waitFor();
    await page.reload();
    await page.getByText('На связи').waitFor();

    expect(pages.held().locale).toBe('ru');
    expect(await page.locator('html').getAttribute('lang')).toBe('ru');
    expect(await page.locator('textarea').getAttribute('placeholder')).toBe('Напишите сообщение…');
  });

  it('given a lost connection, then it says so, keeps what is written over a reload, and sends it', async () => {
    const page = await pages.openPage();
    pages.server.isDeaf = true;
    pages.server.refuse = () => problem(503, 'database_unavailable');
    pages.server.cut();
    await page.locator('#banner', { hasText: 'No connection' }).waitFor();
    await page.locator('textarea').fill('Anybody there?');
    await page.keyboard.press('Enter');
    await page.locator('.own', { hasText: 'Sending…' }).waitFor();
    await page.reload();
    await page.locator('.own', { hasText: 'Sending…' }).waitFor();

    pages.server.isDeaf = false;
    pages.server.refuse = () => undefined;
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.getByText('You said: Anybody there?').waitFor();
    await page.locator('.state[data-state=online]').waitFor();

    expect(await page.locator('.own').count()).toBe(1);
    expect(await page.locator('#banner').textContent()).toBe('');
    expect(pages.troubles).toEqual([]);
  });

  it('given a refused message, when tried again, then it goes through', async () => {
    const page = await pages.openPage();
    pages.server.refuse = () => problem(413, 'too_large');
    await page.locator('textarea').fill('again');
    await page.keyboard.press('Enter');
    await page.getByText('Not sent. too_large').waitFor();
    pages.server.refuse = () => undefined;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('You said: again').waitFor();

    expect(await page.locator('.refusal p').count()).toBe(0);
  });

  it('given a message that fails, then the next goes on and the page says in which order', async () => {
    const page = await pages.openPage();
    pages.server.refuse = ({ text }) => (text === 'poison' ? problem(413, 'too_large') : undefined);
    for (const text of ['poison', 'good']) {
      await page.locator('textarea').fill(text);
      await page.keyboard.press('Enter');
    }
    await page.getByText('You said: good').waitFor();

    const refusal = page.locator('.row[data-state=failed] .refusal');
    expect(await refusal.textContent()).toContain('What follows goes on without it.');
    expect(await page.locator('.own .text').allTextContents()).toEqual(['good', 'poison']);
  });

  it('given an agent that does not exist, then the page says so and offers nothing else', async () => {
    const page = await pages.openPage();
    await page.goto(`${pages.server.url}/chat/nobody`);
    await page.getByRole('alert').getByText('This chat is not available').waitFor();

    expect(await page.getByRole('alert').textContent()).toContain('there is no agent here');
    expect(await page.locator('textarea').isVisible()).toBe(false);
  });

  it('given a text that is too long, then it stays in the field and the page says why', async () => {
    const page = await pages.openPage({ locale: 'ru-RU' });
    await page.locator('textarea').fill('ж'.repeat(10_001));
    await page.keyboard.press('Enter');
    await page.getByText('Сообщение слишком длинное').waitFor();
    expect((await page.locator('textarea').inputValue()).length).toBe(10_001);

    await page.locator('textarea').fill('ж'.repeat(10_000));
    await page.keyboard.press('Enter');
    await page.getByText('You said: жж').waitFor();
    expect(await page.locator('#banner').textContent()).toBe('');
    expect(pages.troubles).toEqual([]);
  });

  it.each([
    ['en-GB', /^\d\d:\d\d$/],
    ['en-US', /^\d\d:\d\d [AP]M$/],
  ])('given a visitor of %s, then times are written as there', async (locale, time) => {
    pages.server.store.greet = () => [{ text: 'hello' }];
    const page = await pages.openPage({ locale });
    await page.getByText('hello').waitFor();

    expect((await page.locator('time').first().textContent())?.replace(/\s/g, ' ')).toMatch(time);
  });

  it('given a screen of 320 px, then nothing is wider than it, however long words and names are', async () => {
    const long = 'W'.repeat(80);
    pages.server.store.greet = () => [
      { text: long, buttons: [{ id: 'a', label: long }], attachments: [{ url: `https://x.example/${long}.pdf` }] },
    ];
    const page = await pages.openPage({ viewport: { width: 320, height: 568 } });
    await page.getByText(long).first().waitFor();

    const widths = await page
      .locator('body, #scroller')
      .evaluateAll((all) => all.map(({ scrollWidth }) => scrollWidth));
    expect(widths).toEqual([320, 320]);
    expect(await page.getByRole('combobox').isVisible()).toBe(true);
  });

  it('given a finished conversation, when begun anew, then the page is empty and speaks in another one', async () => {
    const page = await pages.openPage();
    await page.locator('textarea').fill('old');
    await page.keyboard.press('Enter');
    await page.getByText('You said: old').waitFor();
    pages.server.emit(pages.held().id, 'status', { status: 'closed' });
    await page.getByRole('button', { name: 'New conversation' }).click();
    await page.getByText('You said: old').waitFor({ state: 'detached' });

    expect(pages.server.store.held.size).toBe(2);
    await page.locator('#closed').waitFor({ state: 'hidden' });
  });

  it('given a reader who has scrolled up, when messages come, then the view stays and a chip leads to them', async () => {
    pages.server.store.greet = () => Array.from({ length: 40 }, (_, index) => ({ text: `line ${index}` }));
    const page = await pages.openPage({ viewport: { width: 390, height: 600 } });
    const scroller = page.locator('#scroller');
    const top = () => scroller.evaluate(({ scrollTop }) => scrollTop);
    await page.getByText('line 39').waitFor();
    await expect.poll(() => scroller.evaluate((e) => e.scrollHeight - e.scrollTop - e.clientHeight)).toBeLessThan(2);
    await scroller.evaluate((element) => element.scrollTo(0, 100));
    await page.locator('#latest').waitFor();
    pages.server.store.say(pages.held(), [{ text: 'news' }]);
    await page.getByRole('button', { name: 'New messages (1)' }).waitFor();
    expect(await top()).toBe(100);

    await page.locator('#latest').click();
    await page.locator('#latest').waitFor({ state: 'hidden' });
    expect(await top()).toBeGreaterThan(100);
  });

  it('given hostile texts, names and addresses, then they are inert', async () => {
    const attack = '"><img src=x onerror="window.broken=1"><script>window.broken=1</script>';
    const addresses = [
      'javascript:window.broken=1',
      ' JaVa\nScRiPt:window.broken=1',
      '\u0001javascript:window.broken=1',
      'data:text/html,<script>parent.broken=1</script>',
      'vbscript:x',
      'file:///etc/passwd',
      'blob:null/x',
    ];
    pages.server.store.greet = () => [
      { text: attack, sender: { type: 'operator', name: attack } },
      { text: `javascript:window.broken=1 and https://good.example/"onmouseover="window.broken=1` },
      { text: 'press', buttons: addresses.map((url, index) => ({ id: `${index}`, label: `${attack} ${index}`, url })) },
      { text: 'load', attachments: addresses.map((url) => ({ url, type: 'image/png', name: attack })) },
      { text: 'spy', attachments: [{ url: 'http://spy.example/pixel.png', type: 'image/png' }] },
      { text: 'draw', attachments: [{ url: `${pages.server.url}/chat-assets/icon.svg`, type: 'image/svg+xml' }] },
    ];
    const page = await pages.openPage();
    await page.locator('textarea').fill(attack);
    await page.keyboard.press('Enter');
    await page.locator('.row', { hasText: 'You said' }).waitFor();
    for (const button of await page.locator('.choice').all()) await button.click({ force: true });

    const found = await page.locator('#log').evaluate((log) => ({
      markup: log.querySelectorAll('script, iframe, object, embed, style, [onerror], [onmouseover]').length,
      images: [...log.querySelectorAll('img')].map(({ src }) => new URL(src).pathname),
      links: [...log.querySelectorAll('a')].map(({ href }) => href),
      broken: Object.hasOwn(window, 'broken'),
    }));
    expect(found).toEqual({
      markup: 0,
      images: ['/chat-assets/icon.svg'],
      links: ['https://good.example/', 'http://spy.example/pixel.png', `${pages.server.url}/chat-assets/icon.svg`],
      broken: false,
    });
    expect(await page.locator('.text').first().textContent()).toBe(attack);
    expect(pages.server.received).toHaveLength(1);
    expect(pages.browser.contexts()[0]?.pages()).toHaveLength(1);
    expect(pages.foreign).toEqual([]);
    expect(pages.troubles).toEqual([]);
  });
});
