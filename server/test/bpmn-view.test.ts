import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { shots, startStudio, type StudioPage } from './support/studio-page.ts';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const template = readFileSync(at('scenarios/templates/order-status/scenario.yaml'), 'utf8');
let studio: StudioPage;
let { server, page } = {} as StudioPage;
let token: string;
let id: string;

beforeAll(async () => {
  studio = await startStudio({ env: { DEMO: 'false' }, width: 1500 });
  ({ server, page } = studio);
  token = await server.signIn();
  id = (await server.call('POST', 'scenarios', { token, body: { text: template, format: 'yaml' } })).body.id as string;
  await studio.open(`/scenarios/${id}?view=bpmn`);
  await studio.signIn();
  await tool('Show everything').waitFor();
}, 120_000);
afterAll(() => studio?.stop());

const tool = (name: string): Locator => page.getByRole('button', { name });
const shape = (element: string): Locator => page.locator(`.djs-shape[data-element-id="${element}"]`);
/** Clicks a shape beside its corner: flows may be drawn across it. */
const select = (element: string): Promise<void> => shape(element).click({ position: { x: 14, y: 14 } });
const tab = (name: string): Locator => page.getByRole('tab', { name });
const choose = (name: string): Promise<void> =>
  page.getByRole('radiogroup', { name: 'View' }).getByText(name, { exact: true }).click();

async function drag(from: Locator, to: { x: number; y: number }): Promise<void> {
  const box = await from.boundingBox();
  if (!box) throw new Error('There is nothing to drag');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x - 20, to.y - 20, { steps: 5 });
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
}

async function middleOf(element: Locator): Promise<{ x: number; y: number }> {
  const box = await element.boundingBox();
  if (!box) throw new Error('It is not to be seen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The shapes of the diagram that are not wholly to be seen. */
function outOfView(): Promise<(string | undefined)[]> {
  return page.evaluate(() => {
    const canvas = document.querySelector('.bpmn-canvas')!.getBoundingClientRect();
    const shapes = [...document.querySelectorAll<SVGElement>('.djs-shape')];
    return shapes.flatMap((shape) => {
      const { left, top, right, bottom } = shape.getBoundingClientRect();
      const isIn = left >= canvas.left && top >= canvas.top && right <= canvas.right && bottom <= canvas.bottom;
      return isIn ? [] : [shape.dataset['elementId']];
    });
  });
}

/** The draft as the server has it, once everything is saved. */
async function saved(): Promise<{ steps: { id: string; name?: string }[]; flows: { from: string; to: string }[] }> {
  await page.keyboard.press('Control+s');
  await page.getByText('Saved', { exact: true }).waitFor();
  return (await server.call('GET', `scenarios/${id}`, { token })).body.draft;
}

describe('a scenario as a BPMN diagram', { timeout: 90_000 }, () => {
  it('given a step is drawn, named and connected, then the document has it, and undo takes each gesture back', async () => {
    const before = (await server.call('GET', `scenarios/${id}`, { token })).body.draft;
    await drag(page.locator('.djs-palette [data-action="message"]'), { x: 640, y: 720 });
    await page.locator('.djs-direct-editing-content').fill('One more thing');
    await page.keyboard.press('Enter');
    await tool('Undo: Rename “message”').waitFor();
    await page.locator('.djs-context-pad [data-action="connect"]').click();
    const target = await middleOf(shape('bye'));
    await page.mouse.move(target.x, target.y, { steps: 5 });
    await page.mouse.click(target.x, target.y);
    await tool('Undo: Connect “message” to “bye”').waitFor();
    const drawn = await saved();
    expect(drawn.steps.at(-1)).toMatchObject({ id: 'message', type: 'message', name: 'One more thing' });
    expect(drawn.flows.at(-1)).toMatchObject({ from: 'message', to: 'bye', on: 'next' });
    await page.screenshot({ path: `${shots}bpmn-drawn.png` });

    await select('bye');
    for (const what of ['Connect', 'Rename', 'Add step']) {
      await tool(`Undo: ${what}`).waitFor();
      await page.keyboard.press('Control+z');
    }
    await tool('Undo: nothing').waitFor();
    await shape('message').waitFor({ state: 'detached' });
    expect(await saved()).toEqual(before);
    await page.keyboard.press('Control+y');
    await shape('message').waitFor();
  });

  it('given a text is changed in the side bar, then the diagram says it, and undo takes it back', async () => {
    await select('searching');
    const text = page.locator('.side-bar .message-text .cm-content').first();
    await text.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('I look it up');
    await shape('searching').getByText('I look it up').waitFor();
    await page.screenshot({ path: `${shots}bpmn-inspector.png` });
    // Half way along it: the middle of the box around a bent line may be empty.
    const flow = await page.evaluate(() => {
      const line = document.querySelector<SVGPathElement>('[data-element-id="f2"] .djs-hit')!;
      const half = line.getPointAtLength(line.getTotalLength() / 2);
      const { x, y } = half.matrixTransform(line.getScreenCTM()!);
      return { x, y };
    });
    await page.mouse.click(flow.x, flow.y);
    await page.locator('.side-bar').getByRole('heading', { name: 'Flow' }).waitFor();
    await tool('Undo: Write text “searching” (en)').click();
    await shape('searching').getByText('I look it up').waitFor({ state: 'detached' });
  });

  it('given another view was open meanwhile, then the diagram and the selection are the same', async () => {
    await select('state');
    const drawn = await saved();
    await choose('Graph');
    await page.locator('.step-card.is-chosen[data-step="state"]').waitFor();
    await page.locator('.step-card[data-step="bye"] header').click();
    await choose('BPMN');
    await page.locator('.djs-shape.selected[data-element-id="bye"]').waitFor();
    await select('state');
    await choose('Text');
    await page.locator('.cm-content').waitFor();
    await choose('BPMN');
    await tool('Show everything').waitFor();
    await page.locator('.djs-shape.selected[data-element-id="state"]').waitFor();
    expect(await saved()).toEqual(drawn);
  });

  it('given a gesture that means nothing in a scenario, then it is refused with the reason', async () => {
    const before = await saved();
    for (const last of ['bye', 'searching']) await select(last);
    await page.locator('.djs-context-pad [data-action="connect"]').click();
    const target = await middleOf(shape('state'));
    await page.mouse.click(target.x, target.y);
    await page.getByText(/that has no exit left/).waitFor();
    expect(await saved()).toEqual(before);
  });

  it('given a step is made another type, then it keeps its place and its flows', async () => {
    await select('searching');
    await page.keyboard.press('r');
    await page.locator('.djs-popup .entry').getByText('Hand over').click();
    await tool('Undo: Change the type').waitFor();
    const { steps, flows } = await saved();
    expect(steps.find((step) => step.id === 'searching')).toMatchObject({ type: 'handover' });
    expect(flows.filter(({ from }) => from === 'searching')).toHaveLength(1);
    await tool('Undo: Change the type').click();
  });

  it('given all cases ran, then the diagram shows what they cover, and how the play goes', async () => {
    const body = parse(readFileSync(at('scenarios/templates/order-status/cases/shipped.case.yaml'), 'utf8')) as object;
    await server.call('PUT', `scenarios/${id}/cases/shipped`, { token, body });
    await saved();
    await page.reload();
    await tool('Show everything').waitFor();
    await page.getByRole('radiogroup', { name: 'Side bar' }).getByText('Chat', { exact: true }).click();
    const waiting = page.locator('.djs-shape.mark-waiting');
    await waiting.waitFor();
    await tab('Cases').click();
    await tool('Run all').click();
    await page.getByText('All 1 pass').waitFor();
    await page.getByRole('switch', { name: 'Show coverage' }).click();
    await shape('searching').and(page.locator('.mark-covered')).waitFor();
    await page.locator('.djs-connection.mark-uncovered').first().waitFor();
    await page.screenshot({ path: `${shots}bpmn-coverage.png` });
    await page.getByRole('switch', { name: 'Show coverage' }).click();
    await waiting.waitFor();
    await page.getByRole('radiogroup', { name: 'Side bar' }).getByText('Step', { exact: true }).click();
  });

  it('given a file of Camunda, then it is imported with what could not be mapped, and undo brings the draft back', async () => {
    const before = await saved();
    await page
      .getByLabel('Import a file')
      .setInputFiles(at('scenarios/language/src/bpmn/fixtures/camunda-refund.bpmn'));
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Replace the draft by “camunda-refund.bpmn”?').waitFor();
    await dialog.getByText('“Pay back” became an action that does not exist yet').waitFor();
    await page.screenshot({ path: `${shots}bpmn-import.png` });
    await dialog.getByRole('button', { name: 'Import' }).click();
    await shape('Activity_pay').waitFor();
    expect(await outOfView()).toEqual([]);
    expect((await saved()).steps.map((step) => step.id)).toContain('Activity_pay');
    await page.screenshot({ path: `${shots}bpmn-imported.png` });
    await tool('Undo: Import a file').click();
    await shape('state').waitFor();
    expect(await saved()).toEqual(before);
  });

  it('given the draft is downloaded as BPMN, then the file is one of BPMN 2.0; nothing went wrong in the page', async () => {
    await tool('Import / export').click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'BPMN 2.0 (.bpmn)' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('order-status.bpmn');
    expect(readFileSync(await file.path(), 'utf8')).toContain('<bpmn:definitions');
    await page.locator('.bjs-powered-by').waitFor();
    expect(studio.complaints).toEqual([]);
  });
});
