import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shots, startStudio, type StudioPage } from './support/studio-page.ts';

const hello = {
  format: 1,
  id: 'hello',
  name: 'Hello',
  locales: ['en', 'ru'],
  variables: { city: { type: 'text' }, spare: { type: 'text' } },
  triggers: [{ id: 'begin', type: 'conversation', step: 'greet' }],
  steps: [
    { id: 'greet', type: 'message', text: 'hello' },
    { id: 'where', type: 'ask', name: 'Where from', prompt: 'where', saveTo: 'city' },
    { id: 'thanks', type: 'message', text: 'thanks' },
    { id: 'bye', type: 'end' },
  ],
  flows: [
    { id: 'f1', from: 'greet', to: 'where' },
    { id: 'f2', from: 'where', to: 'thanks' },
    { id: 'f3', from: 'where', on: 'failed', to: 'bye' },
    { id: 'f4', from: 'thanks', to: 'bye' },
  ],
  messages: {
    en: { hello: 'Hello!', where: 'Where do you live?', thanks: 'I like {{ city }} very much.' },
    ru: { hello: 'Здравствуйте!', where: 'Где вы живёте?', thanks: 'Мне очень нравится {{ city }}.' },
  },
};

interface Draft {
  steps: { id: string; type: string; name?: string }[];
  flows: { id: string; from: string; to: string; on: string }[];
  layout?: Record<string, { x: number; y: number }>;
  notes?: { text: string }[];
}

let studio: StudioPage;
let { server, page, open } = {} as StudioPage;
let token: string;
let id: string;
let count = 0;
const soon = <T>(is: () => T | Promise<T>) => expect.poll(is, { timeout: 15_000 });

beforeAll(async () => {
  studio = await startStudio();
  ({ server, page, open } = studio);
  token = await server.signIn();
  // Leaving with changes that are not saved asks first.
  page.on('dialog', (dialog) => void dialog.accept());
  page.setDefaultTimeout(20_000);
  await page.setViewportSize({ width: 1_900, height: 900 });
  await open('/scenarios');
  await studio.signIn();
  await page.getByRole('heading', { name: 'Scenarios' }).waitFor();
}, 60_000);
afterAll(() => studio?.stop());

/** Opens a new scenario of four steps. */
async function fresh(changes: object = {}): Promise<void> {
  const scenario = { ...hello, id: `hello-${(count += 1)}`, ...changes };
  const { body } = await server.call('POST', 'scenarios', { token, body: { document: scenario } });
  id = body.id as string;
  await open(`/scenarios/${id}`);
  await card('where').waitFor();
  await soon(() => page.evaluate(() => document.activeElement?.className)).toBe('graph-canvas');
  // The first sight of it moves nothing any more.
  await page.waitForTimeout(300);
}

const card = (step: string): Locator => page.locator(`.step-card[data-step="${step}"]`);
const port = (step: string, exit: string): Locator =>
  card(step).locator(`.react-flow__handle[data-handleid="${exit}"]`);
const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

async function showAll(): Promise<void> {
  await press('Control+1');
  await page.waitForTimeout(400);
}

/** What the server has after saving. */
async function saved(): Promise<Draft> {
  await press('Control+s');
  await page.getByText('Saved', { exact: true }).waitFor();
  return (await server.call('GET', `scenarios/${id}`, { token })).body.draft as Draft;
}

const flowsOf = ({ flows }: Draft): string[] => flows.map(({ from, on, to }) => `${from} ${on} ${to}`).sort();

async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox();
  if (!box) throw new Error('it is not in sight');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

describe('the canvas', { timeout: 60_000 }, () => {
  it('is worked by keys alone: walk, add, name, connect, undo, delete and join', async () => {
    await fresh();
    await press('ArrowRight');
    await soon(() => card('greet').getAttribute('class')).toContain('is-chosen');
    await press('Tab');
    await page.keyboard.type('wait');
    await press('Enter');
    await card('wait').waitFor();
    expect(flowsOf(await saved())).toContain('wait next where');
    await press('F2');
    await page.keyboard.type('Have a rest');
    await press('Enter');
    await card('wait').getByText('Have a rest').waitFor();
    await press('r');
    await page.keyboard.type('message');
    await press('Enter');
    expect((await saved()).steps).toContainEqual(
      expect.objectContaining({ id: 'wait', type: 'message', name: 'Have a rest' }),
    );
    await press('Control+z');
    await press('ArrowRight');
    await soon(() => card('where').getAttribute('class')).toContain('is-chosen');
    await press('l');
    await page.getByRole('combobox', { name: 'Find a step to add…' }).fill('greet');
    await press('Enter');
    await press('Control+z', 'Control+Shift+z', 'Control+z', 'Control+y');
    expect(flowsOf(await saved())).toEqual([
      'greet next wait',
      'thanks next bye',
      'wait next where',
      'where failed bye',
      'where next greet',
    ]);
    await press('Control+z', 'ArrowLeft', 'Control+Delete');
    const draft = await saved();
    expect(draft.steps.map((step) => step.id)).toEqual(['greet', 'where', 'thanks', 'bye']);
    expect(flowsOf(draft)).toContain('greet next where');
  });

  it('takes steps by drag: onto a flow, from a port to empty space, from a port to a card', async () => {
    await fresh();
    const entry = page.getByRole('region', { name: 'Steps' }).getByRole('button', { name: /^Set variables/ });
    const [from, to] = [await middleOf(port('greet', 'next')), await middleOf(card('where'))];
    const box = await card('where').boundingBox();
    await entry.dragTo(page.locator('.react-flow__pane'), {
      targetPosition: await withinPane({ x: (from.x + (box?.x ?? 0)) / 2, y: from.y }),
    });
    await card('set').waitFor();
    await showAll();
    expect(to.x).toBeGreaterThan(from.x);
    await drag(await middleOf(port('thanks', 'next')), await emptyPlace());
    await page.getByRole('combobox', { name: 'Find a step to add…' }).fill('emit');
    await press('Enter');
    await card('emit').waitFor();
    await showAll();
    await drag(await middleOf(port('where', 'failed')), await middleOf(card('thanks')));
    expect(flowsOf(await saved())).toEqual([
      'emit next bye',
      'greet next set',
      'set next where',
      'thanks next emit',
      'where failed thanks',
      'where next thanks',
    ]);
  });

  it('copies, pastes, duplicates, aligns and deletes; keys in fields stay keys', async () => {
    await fresh();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await card('where').locator('header').click();
    await press('Control+c', 'Control+v');
    await page.getByText('1 step is pasted').waitFor();
    await press('Control+d');
    expect((await saved()).steps).toHaveLength(6);
    await press('Control+a', 'Alt+l');
    const columns = new Set(Object.values((await saved()).layout ?? {}).map(({ x }) => x));
    expect(columns.size).toBe(1);
    await press('Control+z', 'Escape');
    await page.getByRole('textbox', { name: 'Find a step to add…' }).fill('x');
    await press('Delete', 'Backspace', 'Control+d', 'Tab');
    await showAll();
    await card('thanks').locator('header').click();
    await press('Delete');
    expect((await saved()).steps).toHaveLength(5);
    await expect
      .poll(() => page.getByRole('button', { name: /^Undo: / }).getAttribute('aria-label'))
      .toBe('Undo: Delete steps: 1');
  });

  it('tidies as one step of undo, and shows the same after a reload', async () => {
    await fresh({
      layout: Object.fromEntries(hello.steps.map((step, i) => [step.id, { x: 300 - i * 40, y: i * 30 }])),
    });
    const before = (await saved()).layout;
    await press('Control+o');
    await soon(async () => (await saved()).layout?.['bye']?.x).toBeGreaterThan(800);
    const { layout } = await saved();
    await press('Control+z');
    expect((await saved()).layout).toEqual(before);
    await press('Control+y');
    expect((await saved()).layout).toEqual(layout);
    const places = (): Promise<string[]> =>
      page
        .locator('.react-flow__node')
        .evaluateAll((nodes) => nodes.map((node) => (node as HTMLElement).style.transform));
    await showAll();
    const seen = await places();
    await open(`/scenarios/${id}`);
    await card('greet').waitFor();
    await showAll();
    await soon(places).toEqual(seen);
  });

  it('finds texts, lists problems, mends one, and keeps notes', async () => {
    await fresh();
    await press('Control+f');
    await page.getByRole('textbox', { name: 'Find in steps, texts and variables' }).fill('very much');
    await page.getByText('1 of 1').waitFor();
    await soon(() => card('thanks').getAttribute('class')).toContain('is-chosen');
    await press('Escape');
    await page.getByText('1 warning').waitFor();
    await page.getByRole('button', { name: 'Problems' }).click();
    await page.getByRole('button', { name: 'Delete the variable' }).click();
    await page.getByText('No problems').waitFor();
    await page.locator('.graph-canvas').focus();
    await press('c');
    await page.locator('.note').getByRole('textbox', { name: 'Text of the note' }).fill('Ask the lawyers');
    await press('Escape');
    await page.locator('.note').getByText('Ask the lawyers').waitFor();
    await page.locator('.note').getByRole('button', { name: 'pink' }).click();
    expect((await saved()).notes).toMatchObject([{ text: 'Ask the lawyers', color: 'pink' }]);
  });

  it.for(['light', 'dark'] as const)('has no serious barrier, %s', async (theme) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await fresh();
    await card('where').locator('header').click();
    await page.screenshot({ path: `${shots}canvas-${theme}.png` });
    expect(await studio.barriers()).toEqual([]);
    await press('Tab');
    await page.getByRole('combobox', { name: 'Find a step to add…' }).waitFor();
    await page.screenshot({ path: `${shots}canvas-palette-${theme}.png` });
    expect(await studio.barriers()).toEqual([]);
    expect(studio.complaints).toEqual([]);
  });
});

async function withinPane({ x, y }: { x: number; y: number }): Promise<{ x: number; y: number }> {
  const pane = await page.locator('.react-flow__pane').boundingBox();
  return { x: x - (pane?.x ?? 0), y: y - (pane?.y ?? 0) };
}

/** A place of the canvas on which nothing lies. */
async function emptyPlace(): Promise<{ x: number; y: number }> {
  const pane = await page.locator('.react-flow__pane').boundingBox();
  if (!pane) throw new Error('there is no canvas');
  return { x: pane.x + pane.width / 2, y: pane.y + pane.height * 0.78 };
}
