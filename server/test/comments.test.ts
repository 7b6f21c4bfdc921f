import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shots, startStudio, type StudioPage } from './support/studio-page.ts';

const OLGA = { email: 'olga@example.com', name: 'Olga Orlova', password: 'a password of hers', roles: ['editor'] };
const VERA = { email: 'vera@example.com', name: 'Vera', password: 'a password of hers', roles: ['viewer'] };
const hello = {
  format: 1,
  id: 'hello',
  name: 'Hello',
  locales: ['en'],
  variables: { city: { type: 'text' } },
  triggers: [{ id: 'begin', type: 'conversation', step: 'greet' }],
  steps: [
    { id: 'greet', type: 'message', name: 'Greeting', text: 'hello' },
    { id: 'where', type: 'ask', name: 'Where from', prompt: 'where', saveTo: 'city' },
    { id: 'bye', type: 'end' },
  ],
  flows: [
    { id: 'f1', from: 'greet', to: 'where' },
    { id: 'f2', from: 'where', to: 'bye' },
    { id: 'f3', from: 'where', on: 'failed', to: 'bye' },
  ],
  messages: { en: { hello: 'Hello!', where: 'Where do you live?' } },
};

let studio: StudioPage;
let admin: Page;
let olga: Page;
let path: string;
const threads = (page: Page): Locator => page.locator('.thread');
const card = (page: Page, step: string): Locator => page.locator(`.step-card[data-step="${step}"]`);
const badge = (page: Page, step: string): Locator => card(page, step).locator('.threads-badge');
const composer = (page: Page, name: RegExp): Locator => page.getByRole('textbox', { name });

beforeAll(async () => {
  studio = await startStudio({ width: 1_500 });
  const { server } = studio;
  admin = studio.page;
  const token = await server.signIn();
  for (const body of [OLGA, VERA]) await server.call('POST', 'users', { token, body });
  path = `/scenarios/${(await server.call('POST', 'scenarios', { token, body: { document: hello } })).body.id}`;
  await studio.open(path);
  await studio.signIn();
  await card(admin, 'where').waitFor();
  olga = await someoneElse(OLGA);
}, 90_000);
afterAll(() => studio?.stop());

/** A window of somebody else, with the same scenario. */
async function someoneElse(person: { email: string; password: string }): Promise<Page> {
  const page = await studio.join(person, path);
  await card(page, 'where').waitFor();
  return page;
}

/** Looks at what is open in both colours. */
async function look(name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await admin.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await admin.screenshot({ path: `${shots}comments-${name}-${colorScheme}.png` });
    expect([name, colorScheme, await studio.barriers()]).toEqual([name, colorScheme, []]);
  }
}

describe('comments of two people', { timeout: 90_000 }, () => {
  it('given nobody said anything, then it is told what comments are for', async () => {
    await admin.getByText('Comments', { exact: true }).click();
    await admin.getByText('Talk about it here').waitFor();
    await look('empty');
  });

  it('given one comments on a step by keys alone, then the other sees it at once and answers, and it is resolved', async () => {
    await card(admin, 'where').locator('header').click();
    await admin.keyboard.press('Control+Alt+m');
    await composer(admin, /Comment on “Where from”/).waitFor();
    await admin.keyboard.type('Why does it ask for the city? @Ol');
    await admin.locator('.ant-mentions-dropdown').getByText('Olga Orlova').waitFor();
    await look('mention');
    await admin.keyboard.press('Enter');
    await admin.keyboard.type('knows.');
    await admin.keyboard.press('Control+Enter');
    await threads(admin).getByText('Why does it ask').waitFor();
    expect(await composer(admin, /Comment on/).inputValue()).toBe('');

    await badge(olga, 'where').click();
    await threads(olga).getByText('@Olga Orlova').waitFor();
    expect(await olga.getByText('Comments 1').count()).toBe(1);
    await threads(olga).getByRole('button', { name: 'Answer' }).click();
    await olga.keyboard.type('The courier needs it.');
    await olga.keyboard.press('Control+Enter');
    await threads(admin).getByText('The courier needs it.').waitFor();
    await look('thread');

    await threads(admin).getByRole('button', { name: 'Resolve' }).click();
    await badge(olga, 'where').waitFor({ state: 'detached' });
    await threads(olga).waitFor({ state: 'detached' });
    await olga.getByText('Resolved', { exact: true }).click();
    await threads(olga)
      .getByText(/Resolved by/)
      .waitFor();
    await threads(olga).getByRole('button', { name: 'Open again' }).click();
    await badge(admin, 'where').waitFor();
  });

  it('given a text is not sent, then it is there when its step is chosen again; Esc leads back to the canvas', async () => {
    await composer(admin, /Comment on “Where from”/).fill('Half a thought');
    await admin.keyboard.press('Escape');
    expect(await admin.evaluate(() => document.activeElement?.className)).toBe('graph-canvas');
    await card(admin, 'greet').locator('header').click();
    expect(await composer(admin, /Comment on “Greeting”/).inputValue()).toBe('');
    await card(admin, 'where').locator('header').click();
    expect(await composer(admin, /Comment on “Where from”/).inputValue()).toBe('Half a thought');
  });

  it('given one’s own comment, then it can be changed; somebody else’s can only be deleted', async () => {
    const menu = (page: Page, name: string) => threads(page).getByRole('button', { name: `Comment of ${name}` });
    await menu(admin, 'Olga Orlova').click();
    expect(await admin.locator('.ant-dropdown').getByRole('menuitem').allInnerTexts()).toEqual(['Delete']);
    await admin.keyboard.press('Escape');
    await olga.getByText('Open', { exact: true }).click();
    await menu(olga, 'Olga Orlova').click();
    await olga.getByRole('menuitem', { name: 'Edit' }).click();
    await composer(olga, /Text of the comment/).fill('The courier of @Olga Orlova needs it.');
    await olga.keyboard.press('Control+Enter');
    await threads(admin).getByText('edited').waitFor();
    await threads(admin).getByText('@Olga Orlova').last().waitFor();
  });

  it('given a step is renamed or gone, then its threads stay, and lead to it as long as it is there', async () => {
    await admin.getByText('All', { exact: true }).click();
    await admin.locator('.graph-canvas').focus();
    await admin.keyboard.press('F2');
    await admin.keyboard.type('City');
    await admin.keyboard.press('Enter');
    await threads(admin).getByRole('button', { name: 'City' }).click();
    await admin.locator('.graph-canvas').focus();
    await admin.keyboard.press('Delete');
    await threads(admin).getByText('A step that is gone: Where from').waitFor();
    await look('gone');
    await admin.keyboard.press('Control+z');
    await threads(admin).getByRole('button', { name: 'City' }).waitFor();
  });

  it('given the menu of a step, then it comments on it', async () => {
    await card(admin, 'greet').locator('header').click({ button: 'right' });
    await admin.getByRole('menuitem', { name: 'Comment…' }).click();
    await composer(admin, /Comment on “Greeting”/).waitFor();
    await expect.poll(() => admin.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  });

  it('given somebody who may only look, then comments can be read and nothing can be said', async () => {
    const vera = await someoneElse(VERA);
    await badge(vera, 'where').click();
    await threads(vera).getByText('Why does it ask').waitFor();
    expect(await vera.locator('.comments').getByRole('textbox').count()).toBe(0);
    expect(await threads(vera).getByRole('button').count()).toBe(0);
    await vera.context().close();
  });

  it('given the BPMN diagram, then the badge of a step opens its threads, and the key is the same', async () => {
    await admin.locator('.editor-bar').getByText('BPMN', { exact: true }).click();
    await admin.getByText('Step', { exact: true }).click();
    await admin.locator('.bpmn-canvas .threads-badge').click();
    await threads(admin).getByText('Why does it ask').waitFor();
    await admin.locator('.djs-element[data-element-id="greet"]').click();
    await admin.keyboard.press('Control+Alt+m');
    await composer(admin, /Comment on “Greeting”/).waitFor();
    await expect.poll(() => admin.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await look('bpmn');
  });

  it('given Russian, then everything is said in it', async () => {
    await admin.evaluate(() => localStorage.setItem('scenarium.language', 'ru'));
    await admin.reload();
    await admin.getByText('Комментарии').click();
    await threads(admin).getByRole('button', { name: 'Решено' }).waitFor();
    await look('ru');
  });

  it('breaks nowhere', () => expect(studio.complaints).toEqual([]));
});
