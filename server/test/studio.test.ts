import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN } from './support/api.ts';
import { shots, startStudio, type StudioPage } from './support/studio-page.ts';

let studio: StudioPage;
let { server, page, complaints, open, signIn, barriers } = {} as StudioPage;

beforeAll(async () => {
  studio = await startStudio();
  ({ server, page, complaints, open, signIn, barriers } = studio);
}, 60_000);
afterAll(() => studio?.stop());

/** Id of the scenario that is open. */
const openScenario = (): string => new URL(page.url()).pathname.split('/').at(-1) as string;

/** Puts a text into the editor instead of what is there. */
async function write(change: (text: string) => string): Promise<void> {
  const id = openScenario();
  const token = await server.signIn();
  const { body } = await server.call('GET', `scenarios/${id}/export`, { token });
  await page.locator('.editor-bar').getByText('Text', { exact: true }).click();
  await page.locator('.cm-content').first().focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(change(body.text as string));
}

describe('the studio', { timeout: 90_000 }, () => {
  it('signs in, switches its language and finds its way by the keyboard', async () => {
    await open('/');
    await page.getByLabel('E-mail').waitFor();
    expect(await barriers()).toEqual([]);
    await signIn();
    await page.getByRole('heading', { name: 'Agents', level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search and commands' }).fill('русский');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Агенты', level: 1 }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('ru');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').last().fill('english');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Agents', level: 1 }).waitFor();
    await page.getByRole('combobox', { name: 'Search and commands' }).waitFor({ state: 'hidden' });
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('Keyboard shortcuts').waitFor();
    await page.keyboard.press('Escape');
  });

  it('makes an agent from a template, finds a mistake in its text, publishes what is right, and chats', async () => {
    await open('/agents?new=1');
    await page.getByRole('group', { name: 'Template library' }).getByText('Order status').click();
    await page.getByText('Hello! What is the number of your order?').first().waitFor();
    await page.getByLabel('Name of the agent').fill('Parcels of ours');
    await expect.poll(() => page.getByLabel('Short name').inputValue()).toBe('parcels-of-ours');
    await page.getByRole('button', { name: 'Create the agent' }).click();
    await page.getByRole('heading', { name: 'Parcels of ours' }).waitFor();
    await page.getByRole('button', { name: 'Edit the scenario' }).click();
    await page.getByText('No problems').waitFor();

    await write((text) => text.replace('to: searching', 'to: nowhere'));
    await page
      .getByText(/\d+ errors?/)
      .first()
      .waitFor();
    await page.getByRole('region', { name: 'Problems' }).getByRole('button').first().click();
    await page.locator('.cm-lintRange-error').first().waitFor();
    await page.screenshot({ path: `${shots}studio-problem.png` });
    await page.getByRole('button', { name: 'Publish…' }).click();
    await page.getByText('It cannot be published yet').waitFor();
    expect(
      await page
        .getByRole('button', { name: /^Publish( with|$)/ })
        .last()
        .isDisabled(),
    ).toBe(true);
    await page.getByRole('button', { name: 'Cancel' }).click();

    await write((text) => text.replace('to: nowhere', 'to: searching').replace('Hello! What is', 'Welcome! What is'));
    await page.getByText('No problems').waitFor();
    await page.getByRole('log').getByText('Welcome! What is the number').waitFor();
    await page.getByRole('button', { name: 'Publish…' }).click();
    await page.getByLabel('What changed?').fill('A warmer welcome');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Version 2 is published').waitFor();
    await page.getByText('Published', { exact: true }).click();
    const chat = page.frameLocator('iframe');
    await chat.getByText('Welcome! What is the number').waitFor();
    await chat.locator('textarea').fill('1001');
    await chat.locator('textarea').press('Enter');
    await chat.getByText('One moment').waitFor();
  });

  it('keeps what is typed when the session ends, and goes on after signing in again', async () => {
    await open('/knowledge');
    await page.getByRole('button', { name: 'New knowledge base' }).first().click();
    await page.getByLabel('Title').fill('Papers');
    await page.getByLabel('Key').fill('papers');
    await page.evaluate(() => localStorage.removeItem('scenarium.session'));
    await page.route('**/api/v1/knowledge/bases', (route) =>
      route.request().method() === 'POST' && !route.request().headers()['x-once']
        ? route.fulfill({
            status: 401,
            contentType: 'application/problem+json',
            body: JSON.stringify({ status: 401, code: 'unauthenticated', title: 'Sign in first' }),
          })
        : route.continue(),
    );
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await page.getByText('Your session has ended').waitFor();
    await page.unroute('**/api/v1/knowledge/bases');
    await page.getByLabel('Password').fill(ADMIN.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Papers' }).waitFor();
  });

  it('takes over what somebody else saves, shows a conflict, and overwrites nothing', async () => {
    await open('/scenarios');
    await page.getByRole('link', { name: 'Lead qualification' }).click();
    await page.getByText('No problems').waitFor();
    const id = openScenario();
    const token = await server.signIn();
    const { body } = await server.call('GET', `scenarios/${id}`, { token });
    const save = (description: string, revision: number) =>
      server.call('PUT', `scenarios/${id}/draft`, {
        token,
        body: { revision, source: { document: { ...body.draft, description } } },
      });
    await save('Changed by somebody else', 1);
    await page.getByText('Changed by somebody else').waitFor();
    await write((text) => text.replace('Changed by somebody else', 'Changed by me'));
    expect((await save('Changed once more', 2)).status).toBe(200);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Somebody else saved this draft meanwhile').waitFor();
    await page.screenshot({ path: `${shots}studio-conflict.png` });
    const kept = await server.call('GET', `scenarios/${id}`, { token });
    expect(kept.body.draft.description).toBe('Changed once more');
    await page.getByRole('button', { name: 'Save mine over it' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    expect((await server.call('GET', `scenarios/${id}`, { token })).body.draft.description).toBe('Changed by me');
  });

  it('given the server goes away and the window dies while something is changed, then nothing is lost', async () => {
    await page.getByText('No problems').waitFor();
    await page.route('**/api/v1/**', (route) => route.abort());
    await write((text) => text.replace('Changed by me', 'Changed in a tunnel'));
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('The server does not answer').first().waitFor();
    const id = openScenario();
    const kept = (): Promise<string | null> =>
      page.evaluate((key) => localStorage.getItem(key), `scenarium.draft.${id}`);
    await expect.poll(kept, { timeout: 10_000 }).toContain('Changed in a tunnel');
    const address = page.url();
    page.once('dialog', (dialog) => void dialog.accept());
    await page.goto('about:blank');
    await page.unroute('**/api/v1/**');
    await page.goto(address);
    await page.getByText('What was not saved last time is back').waitFor();
    await page.getByText('Saved', { exact: true }).waitFor();
    const token = await server.signIn();
    expect((await server.call('GET', `scenarios/${id}`, { token })).body.draft.description).toBe('Changed in a tunnel');
  });

  it('has no serious barrier on any page, light or dark', { timeout: 180_000 }, async () => {
    const token = await server.signIn();
    const { body } = await server.call('GET', 'agents/order-status', { token });
    const { body: talks } = await server.call('GET', 'conversations', { token });
    const paths = [
      ...['/agents', '/agents?new=1', `/agents/${body.id}`, `/agents/${body.id}?tab=versions`],
      ...[`/agents/${body.id}?tab=settings`, '/scenarios', `/scenarios/${body.scenario}`, '/conversations'],
      ...[
        `/conversations/${talks.conversations[0].id}`,
        '/knowledge',
        '/knowledge/papers',
        '/knowledge/papers?tab=bench',
      ],
      ...[
        '/knowledge/papers?tab=golden',
        '/plugins',
        '/plugins?tab=catalogue',
        '/plugins?tab=bench',
        '/models',
        '/nowhere',
      ],
    ];
    for (const path of paths) {
      await open(path);
      await page.locator('main').getByRole('heading').or(page.locator('.cm-content')).first().waitFor();
      await page.waitForLoadState('networkidle');
      await expect.poll(() => page.locator('.ant-skeleton').count(), { timeout: 10_000 }).toBe(0);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.screenshot({ path: `${shots}studio${path.replace(/\W+/g, '-')}-${colorScheme}.png` });
        expect([path, colorScheme, await barriers()]).toEqual([path, colorScheme, []]);
      }
    }
  });

  it('is let do nothing but what its policy allows, and breaks nowhere', () => {
    expect(complaints).toEqual([]);
  });

  it('is handed out compressed, under names that never change their content', async () => {
    const answer = await fetch(`${server.url}/studio/agents/deep`);
    const html = await answer.text();
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    const [, script = ''] = /src="(\/studio\/assets\/[^"]+\.js)"/.exec(html) ?? [];
    const file = await fetch(`${server.url}${script}`, { headers: { 'accept-encoding': 'br' } });
    expect(file.headers.get('content-encoding')).toBe('br');
    expect(file.headers.get('content-type')).toContain('javascript');
    expect(file.headers.get('cache-control')).toContain('immutable');
    expect((await fetch(`${server.url}/studio/assets/nothing.js`)).status).toBe(404);
  });
});
