import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shots, startStudio, type StudioPage } from './support/studio-page.ts';

let studio: StudioPage;
let { server, page } = {} as StudioPage;
const SHIPPED = { status: 200, headers: {}, body: { status: 'shipped', arrives: '2026-12-01' } };

beforeAll(async () => {
  studio = await startStudio();
  ({ server, page } = studio);
}, 60_000);
afterAll(() => studio?.stop());

const button = (name: string | RegExp) => page.getByRole('button', { name });
const tab = (name: string) => page.getByRole('tab', { name }).click();
const log = () => page.getByRole('log');

async function open(key: string): Promise<void> {
  const token = await server.signIn();
  const { body } = await server.call('GET', `scenarios/${key}`, { token });
  await studio.open(`/scenarios/${body.id}`);
  await side('Chat');
}

const card = (step: string) => page.locator(`.step-card[data-step="${step}"]`);
const view = (name: string) => page.getByRole('radiogroup', { name: 'View' }).getByText(name, { exact: true }).click();
const side = (name: string) =>
  page.getByRole('radiogroup', { name: 'Side bar' }).getByText(name, { exact: true }).click();

const openMenuOf = (flow: string) =>
  page
    .locator(`.react-flow__edge[data-id="${flow}"] path`)
    .first()
    .dispatchEvent('contextmenu', { clientX: 640, clientY: 400 });
const breakpoint = (name: string) => page.getByRole('listitem', { name });
const condition = (name: string) => breakpoint(name).getByRole('textbox', { name: 'Only if' });
/** Shows a step that has a breakpoint, and the flows around it, at their size. */
async function comeNear(step: string): Promise<void> {
  await page.locator('.graph-canvas').focus();
  await page.keyboard.press('Shift+1');
  await breakpoint(step).getByRole('button', { name: step, exact: true }).click();
  await card(step).click();
}
async function beginWith(text: string): Promise<void> {
  await tab('Dialogue');
  await button('Begin again').click();
  await say(text);
}

/** Puts a text into the editor instead of what is there. */
async function write(change: (text: string) => string): Promise<void> {
  const token = await server.signIn();
  const { body } = await server.call('GET', 'scenarios/order-status/export', { token });
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(change(body.text as string));
}

async function say(text: string): Promise<void> {
  await page.getByLabel('Write a message…').fill(text);
  await page.keyboard.press('Enter');
}

describe('the play of a draft', { timeout: 90_000 }, () => {
  it('stops before a step, takes another value, goes back and goes on from there, and moves its clock', async () => {
    await studio.open(`/`);
    await studio.signIn();
    await page.getByRole('heading', { name: 'Agents', level: 1 }).waitFor();
    await open('order-status');
    await log().getByText('number of your order').waitFor();
    await tab('Breakpoints');
    await page.getByText('Choose a step or a flow and press F9').waitFor();
    await page.screenshot({ path: `${shots}breakpoints-none.png` });
    await page.getByRole('combobox', { name: 'Add a breakpoint before a step' }).click();
    await page.keyboard.type('say-shipped');
    await page.keyboard.press('Enter');

    await tab('Dialogue');
    await say('1001');
    const call = page.getByRole('region', { name: 'Asks http.request' });
    await call.getByLabel('Answer of http.request (JSON)').fill(JSON.stringify(SHIPPED));
    await page.screenshot({ path: `${shots}simulation-action.png` });
    await button('Answer so').click();
    await log().getByText('Stopped before say-shipped').waitFor();
    await card('say-shipped').and(page.locator('.mark-stopped')).waitFor();
    await card('state').and(page.locator('.mark-passed')).waitFor();
    await page.screenshot({ path: `${shots}simulation-graph.png` });

    await tab('Variables');
    await page.getByLabel('number', { exact: true }).fill('7777');
    await page.keyboard.press('Enter');
    await page.screenshot({ path: `${shots}simulation-variables.png` });
    await tab('Dialogue');
    await button('Go on').click();
    await log().getByText('Your order 7777 is on its way').waitFor();

    await tab('History');
    await page.screenshot({ path: `${shots}simulation-history.png` });
    await button('Begins').click();
    await tab('Dialogue');
    expect(await log().getByText('7777').count()).toBe(0);
    await say('1003');
    await log().getByText('Stopped before say-shipped').waitFor();
    await button('One step').click();
    await log().getByText('Your order 1003 is on its way').waitFor();
    await button('Go on').click();
    const clock = button(/Clock of the dialogue/);
    const before = await clock.textContent();
    await clock.click();
    await page.getByRole('menuitem', { name: '+24 hours' }).click();
    await expect.poll(() => clock.textContent()).not.toBe(before);
    await button('No, thank you').click();
    await log().getByText('Finished: answered').waitFor();
  });

  it('keeps the dialogue as a case, runs all, shows what they cover, and where one fails after a change', async () => {
    await view('Text');
    await button('Save as case').click();
    await page.getByLabel('What does it prove?').fill('A parcel a day later');
    await page.screenshot({ path: `${shots}simulation-case.png` });
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('A parcel a day later').first().waitFor();
    await button('Run all').click();
    await page.getByText('All 4 pass').waitFor();
    await page.getByText(/Covered: \d+% of steps, \d+% of flows/).waitFor();
    await page.getByRole('switch', { name: 'Show coverage' }).click();
    await page.screenshot({ path: `${shots}simulation-cases.png` });

    await write((text) => text.replace('is on its way', 'travels'));
    await page.getByText('All 4 pass').waitFor({ state: 'hidden' });
    const runAllFails = async (): Promise<boolean> => {
      await button('Run all').click();
      return page.getByText('1 of 4 fail').isVisible();
    };
    await expect.poll(runAllFails, { timeout: 10_000, interval: 300 }).toBe(true);
    await page.getByText(/Turn \d: expected “Your order 1003 is on its way/).waitFor();
    await button('Look where it fails').click();
    await log().getByText('Your order 1003 travels').waitFor();
    expect(studio.complaints).toEqual([]);
  });

  it('stops before a step and on a flow only while a condition is true, also after a reload', async () => {
    await view('Graph');
    await card('ask-number').waitFor();
    await page.locator('.graph-canvas').focus();
    await page.keyboard.press('Control+1');
    await card('say-shipped').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Condition of the breakpoint' }).click();
    await condition('say-shipped').and(page.locator(':focus')).waitFor();
    await page.keyboard.insertText('numbr == "1002"');
    await breakpoint('say-shipped').getByText('did you mean').first().waitFor();
    await page.screenshot({ path: `${shots}breakpoints-condition.png` });
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('number == "1002"');
    await comeNear('say-shipped');
    await openMenuOf('f8');
    await page.screenshot({ path: `${shots}breakpoints-menu.png`, animations: 'disabled' });
    await page.getByRole('menuitem', { name: 'Breakpoint F9' }).click();
    await condition('say-shipped → again').fill('number == "1003"');

    await beginWith('1001');
    await log().getByText('May I look up another one?').waitFor();
    await beginWith('1002');
    await log().getByText('Stopped before say-shipped').waitFor();
    await beginWith('1003');
    await log().getByText('Stopped on the way from say-shipped to again').waitFor();
    await page.locator('.react-flow__edge[data-id="f8"] .mark-stopped').waitFor({ state: 'attached' });
    await page.screenshot({ path: `${shots}breakpoints-graph.png` });

    await page.getByText('Saved', { exact: true }).waitFor();
    await page.reload();
    await card('ask-number').waitFor();
    await page.locator('.graph-canvas').focus();
    await page.keyboard.press('Control+1');
    await page.getByRole('button', { name: 'A play stops here if number == "1003"' }).click();
    await condition('say-shipped → again').fill('answer.nothing == 1');
    await beginWith('1003');
    await log().getByText('The condition of the breakpoint failed').waitFor();
    await tab('Breakpoints');
    await page.getByRole('checkbox', { name: 'Stops: say-shipped → again' }).uncheck();
    await comeNear('say-shipped');
    await openMenuOf('f10');
    await page.getByRole('menuitem', { name: 'Breakpoint F9' }).waitFor();
    await page.locator('.graph-canvas').dispatchEvent('keydown', { key: 'Escape' });
    await page.getByRole('menuitem', { name: 'Breakpoint F9' }).waitFor({ state: 'hidden' });
    await view('BPMN');
    const diagram = page.locator('.bpmn-canvas');
    await diagram.getByTitle('A play stops here if number == "1002"').waitFor();
    await diagram.getByTitle('Breakpoint, switched off').waitFor();
    await diagram.locator('.djs-context-pad').getByTitle('Breakpoint').click();
    await tab('Breakpoints');
    await breakpoint('say-processing → again').waitFor();
    await page.screenshot({ path: `${shots}breakpoints-bpmn.png` });
    await view('Graph');
  });

  it('begins where the graph or the diagram is told to, and is seen there', async () => {
    await view('Graph');
    await card('ask-number').waitFor();
    await page.locator('.graph-canvas').focus();
    await page.keyboard.press('Control+1');
    await card('again').click();
    await page.keyboard.press('Control+Enter');
    await log().getByText('May I look up another one?').waitFor();
    await card('again').and(page.locator('.mark-waiting')).waitFor();
    await side('Step');
    await view('BPMN');
    await page.locator('.djs-shape.selected.mark-waiting[data-element-id="again"]').waitFor();
    await page.locator('.djs-context-pad').getByTitle('A play stops here').click();
    await page.locator('.djs-context-pad').getByTitle('Play from here').click();
    await log().getByText('Stopped before again').waitFor();
    await page.locator('.mark-stopped[data-element-id="again"]').waitFor();
    await page.screenshot({ path: `${shots}simulation-bpmn.png` });
    await view('Text');
    await page.locator('.cm-activeLine').getByText('id: again').waitFor();
  });

  it('speaks Russian', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search and commands' }).fill('русский');
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'Диалог' }).waitFor();
    await page.getByRole('tab', { name: 'Тесты' }).click();
    await button('Запустить все').click();
    await page.getByText('Не пройдено 1 из 4').waitFor();
    await page.screenshot({ path: `${shots}simulation-cases-ru.png` });
    await page.getByRole('tab', { name: 'История' }).click();
    await page.screenshot({ path: `${shots}simulation-history-ru.png` });
    await page.getByRole('tab', { name: 'Диалог' }).click();
    await page.screenshot({ path: `${shots}simulation-dialogue-ru.png` });
  });
});
