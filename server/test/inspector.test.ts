import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { everyForm } from './inspector.fixture.ts';
import { shots, startStudio, type StudioPage } from './support/studio-page.ts';

let studio: StudioPage;
let { server, page, open } = {} as StudioPage;
let token: string;
let id: string;

beforeAll(async () => {
  studio = await startStudio();
  ({ server, page, open } = studio);
  token = await server.signIn();
  await page.setViewportSize({ width: 1440, height: 1_300 });
  await open('/scenarios');
  await studio.signIn();
  await page.getByRole('heading', { name: 'Scenarios' }).waitFor();
}, 60_000);
afterAll(() => studio?.stop());

let count = 0;
beforeEach(async () => {
  count += 1;
  const document = { ...everyForm, id: `every-form-${count}` };
  const { body } = await server.call('POST', 'scenarios', { token, body: { document } });
  id = body.id as string;
  await open(`/scenarios/${id}`);
  await page.locator('[data-step="greet"]').waitFor();
}, 60_000);

const side = (): Locator => page.locator('.side-bar');
const field = (name: string): Locator => side().getByLabel(name, { exact: true });
const button = (name: string | RegExp): Locator => side().getByRole('button', { name });

/** Puts a text into a field for expressions or templates instead of what is there. */
async function write(name: string, text: string): Promise<void> {
  await field(name).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

async function choose(select: Locator, option: string): Promise<void> {
  await select.click();
  await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).last().click();
}

/** What the server has after saving. */
async function saved(): Promise<typeof everyForm> {
  await page.keyboard.press('Control+s');
  await page.getByText('Saved', { exact: true }).waitFor();
  return (await server.call('GET', `scenarios/${id}`, { token })).body.draft as typeof everyForm;
}

async function goTo(step: string): Promise<void> {
  await page.locator(`[data-step="${step}"]`).click({ position: { x: 40, y: 14 } });
  await side().getByText(step, { exact: true }).first().waitFor();
}

describe('the forms of the editor', { timeout: 120_000 }, () => {
  it('has a form for every type of step', async () => {
    await goTo('greet');
    for (const [i, { id: step, type }] of everyForm.steps.entries()) {
      await side().getByText(step, { exact: true }).first().waitFor();
      for (const more of await side().locator('details.more > summary').all()) await more.click();
      await side().screenshot({ path: `${shots}form-${type}.png` });
      const next = everyForm.steps[i + 1]?.id;
      if (next) await button(`Go to ${next}`).first().click();
    }
    expect(studio.complaints).toEqual([]);
  });

  it('writes a message in both languages, adds a button, and takes a burst of typing back at once', async () => {
    await goTo('greet');
    await write('Text · variant 2', 'Good evening!');
    await side().getByLabel('Language').getByText('ru').click();
    await write('Text', 'Добрый вечер, {{');
    await page.getByRole('option', { name: /^contact/ }).click();
    await field('Text').press('End');
    await page.keyboard.type('!');
    await button('Add a button').click();
    await expect.poll(() => field('Label').count()).toBe(3);
    await field('Label').last().click();
    await page.keyboard.type('Ещё');
    const draft = await saved();
    expect(draft.messages?.['en']?.['hello']).toEqual(['Hello, {{ contact.name }}!', 'Good evening!']);
    expect(draft.messages?.['ru']?.['hello']).toBe('Добрый вечер, {{ contact }}!');
    expect(draft.messages?.['ru']?.['greet-button-1']).toBe('Ещё');
    await page.getByRole('button', { name: /^Undo/ }).first().click();
    await expect.poll(() => field('Label').last().textContent()).toBe('');
    await page.getByRole('button', { name: /^Undo/ }).first().click();
    await expect.poll(() => field('Label').count()).toBe(2);
  });

  it('builds a condition of rows, shows it as an expression with its mistake in place, and goes back', async () => {
    await goTo('is-adult');
    await choose(field('How').first(), 'more than');
    await field('Value').first().fill('21');
    await button('Add a comparison').click();
    await expect.poll(() => field('What is compared').count()).toBe(3);
    await side().getByText('any', { exact: true }).click();
    await side().screenshot({ path: `${shots}condition-rows.png` });
    await button('As an expression').click();
    await expect.poll(() => field('If').textContent()).toBe('age > 21 || city != null || topic == ""');
    await write('If', 'agee > 21');
    await side().getByText('There is no variable “agee”').waitFor();
    await side().locator('.cm-lintRange-error').waitFor();
    await side().screenshot({ path: `${shots}condition-mistake.png` });
    await write('If', 'age > 21 && locale == "ru"');
    await side().getByText('There is no variable “agee”').waitFor({ state: 'detached' });
    await button('As rows').click();
    await expect.poll(() => field('What is compared').count()).toBe(2);
    const { flows } = await saved();
    expect(flows.find(({ from, on }) => from === 'is-adult' && on === 'next')?.when).toBe('age > 21 && locale == "ru"');
  });

  it('adds and renames variables, adds triggers, and translates what is missing', async () => {
    await side().getByRole('tab', { name: 'Variables' }).click();
    await field('Name of a new variable').fill('mood');
    await page.keyboard.press('Enter');
    await side().getByText('It is used nowhere yet.').waitFor();
    await side().screenshot({ path: `${shots}variables.png` });
    await button(/^age/).click();
    await side().getByRole('heading', { name: 'Where it is used' }).waitFor();
    await field('Name').fill('years');
    await page.keyboard.press('Enter');
    await button(/^years/).waitFor();
    await side().getByRole('tab', { name: 'Triggers' }).click();
    await button('Add a trigger').click();
    await page.getByRole('menuitem', { name: 'Event' }).click();
    await field('Name of the event').fill('order.paid');
    await side().screenshot({ path: `${shots}triggers.png` });
    await side().getByRole('tab', { name: 'Texts' }).click();
    await button('Open the table of texts').click();
    const table = page.getByRole('dialog');
    await table.getByText('Not translated', { exact: true }).first().click();
    await table.getByRole('button', { name: 'Change “site” (ru)' }).click();
    await page.keyboard.type('Наш сайт');
    await page.screenshot({ path: `${shots}texts.png` });
    await table.getByText('All', { exact: true }).click();
    await page.keyboard.press('Escape');
    const { variables, triggers, messages, flows, steps } = await saved();
    expect(Object.keys(variables ?? {})).toEqual(['topic', 'city', 'years', 'orders', 'summary', 'mood']);
    expect(flows.find(({ from, on }) => from === 'is-adult' && on !== 'else')?.when).toBe(
      'years >= 18 && city != null',
    );
    expect(steps.find((step) => step.type === 'set')?.assign).toEqual([{ variable: 'years', value: 'years + 1' }]);
    expect(triggers.at(-1)).toMatchObject({ type: 'event', event: 'order.paid' });
    expect(messages?.['ru']?.['site']).toBe('Наш сайт');
    expect(studio.complaints).toEqual([]);
  });

  it('shows a problem of a step at its field until it is mended', async () => {
    await goTo('greet');
    await write('Address', '{{ price }}');
    await side().getByText('There is no variable “price”').waitFor();
    await write('Address', 'https://example.com/{{ city }}');
    await side().getByText('There is no variable “price”').waitFor({ state: 'detached' });
    await goTo('ask-topic');
    const failed = side().getByRole('listitem').filter({ hasText: 'no valid answer' });
    await failed.locator('.ant-select-status-error').waitFor();
    await failed.getByRole('combobox').click();
    await page.keyboard.type('bye');
    await page.keyboard.press('Enter');
    await failed.locator('.ant-select-status-error').waitFor({ state: 'detached' });
    await expect.poll(() => studio.barriers(), { timeout: 10_000 }).toEqual([]);
  });

  it('shows everything and changes nothing to one who may only read', async () => {
    const viewer = {
      email: `viewer-${count}@example.com`,
      password: 'a-long-password',
      name: 'Viewer',
      roles: ['viewer'],
    };
    await server.call('POST', 'users', { token, body: viewer });
    const guest = await studio.join(viewer, new URL(page.url()).pathname.replace('/studio', ''));
    await guest.locator('[data-step="greet"]').click({ position: { x: 40, y: 14 } });
    const form = guest.locator('.side-bar form.inspector');
    await form.getByText('Hello, {{ contact.name }}!').waitFor();
    expect(await form.locator('[contenteditable=true], input:not([disabled], [readonly], [type=radio])').count()).toBe(
      0,
    );
    expect(await form.getByRole('button', { name: /Add|Remove|Delete|Duplicate/ }).count()).toBe(0);
    await form.screenshot({ path: `${shots}form-read-only.png` });
    await guest.context().close();
  });

  it('offers what can be done with several steps', async () => {
    await goTo('greet');
    await page.locator('[data-step="ask-topic"]').click({ position: { x: 40, y: 14 }, modifiers: ['Shift'] });
    await side().getByRole('heading', { name: '2 steps' }).waitFor();
    await side().screenshot({ path: `${shots}several.png` });
    await button('Duplicate').click();
    expect((await saved()).steps).toHaveLength(everyForm.steps.length + 2);
  });
});
