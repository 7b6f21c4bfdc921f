import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { colourGreeter, greeter } from './support/greeter.ts';
import { beginTalk, eventually, publish, type Talk } from './support/publish.ts';
import { shots, startStudio, type StudioPage } from './support/studio-page.ts';

let studio: StudioPage;
let { server, page } = {} as StudioPage;
let token: string;
let agent: string;
let scenario: string;
let named: Talk;
let fresh: Talk;

beforeAll(async () => {
  studio = await startStudio({ env: { DEMO: 'false' } });
  ({ server, page } = studio);
  token = await server.signIn();
  agent = await publish(server, token, { document: greeter });
  scenario = (await call('GET', `agents/${agent}`)).body.scenario;
  fresh = await beginTalk(server, agent, 'ru');
  named = await beginTalk(server, agent);
  await named.say('name', 'Ann', 5_000);
  await call('PUT', `scenarios/${scenario}/draft`, { revision: 1, source: { document: colourGreeter } });
  await studio.open(`/scenarios/${scenario}`);
  await studio.signIn();
}, 60_000);
afterAll(() => studio?.stop());

const call = (method: string, path: string, body?: object) =>
  server.call(method, path, { token, ...(body && { body }) });
const shot = (name: string) => page.screenshot({ path: `${shots}${name}.png` });
const button = (name: string | RegExp) => page.getByRole('button', { name });

async function choose(select: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: select }).click();
  await page
    .locator('.ant-select-dropdown:visible .ant-select-item-option-content')
    .getByText(option, { exact: true })
    .click();
}

describe('versions in the studio', { timeout: 90_000 }, () => {
  it('given people in the middle of conversations, then asks what becomes of them and publishes for them', async () => {
    await button('Publish…').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('What changed since version 1').waitFor();
    await dialog.getByText('2 conversations in progress').waitFor();
    await choose('They: ask-size', 'go on at another step…');
    await choose('Step to go on at: ask-size', 'ask-colour');
    await choose('They: ask-name', 'begin anew');
    await dialog.getByLabel('What those who begin anew are told (ru)').fill('Мы стали лучше, начнём сначала');
    await shot('publish-en');
    await page.getByLabel('What changed?').fill('Colours instead of sizes');
    await dialog.getByRole('button', { name: /^Publish/ }).click();
    await page.getByText('Version 2 is published').waitFor();
    await dialog.getByText('moved: 1').waitFor();
    await dialog.getByText('began anew: 1').waitFor();
    await shot('publish-progress-en');
    await dialog.getByRole('button', { name: 'Close' }).last().click();

    expect((await eventually(named.heard, (heard) => heard.length === 3)).at(-1)).toBe('Which colour?');
    expect((await named.say('colour', 'red', 5_000)).texts).toEqual(['Thank you Ann, in red']);
    expect((await eventually(fresh.heard, (heard) => heard.length === 3)).slice(1)).toEqual([
      'Мы стали лучше, начнём сначала',
      'Как вас зовут?',
    ]);
    expect((await fresh.say('name', 'Анна', 5_000)).texts).toEqual(['Какой цвет?']);
  });

  it('compares the draft with a version, and takes one change back', async () => {
    await button('Versions').click();
    const drawer = page.getByRole('dialog', { name: 'Versions' });
    await drawer.getByText('Colours instead of sizes').waitFor();
    await shot('versions-en');
    await drawer.getByRole('row', { name: /^1 / }).getByRole('button', { name: 'Compare' }).click();
    await drawer.getByRole('button', { name: 'ask-colour', exact: true }).click();
    await drawer.locator('.step-card.mark-added').waitFor();
    await drawer.locator('.step-card.mark-removed').waitFor();
    await shot('compare-en');
    const thanks = drawer.getByRole('listitem').filter({ hasText: /^Text “thanks \(en\)”/ });
    await thanks.getByRole('button', { name: 'Undo this change' }).click();
    await page.getByText('Undone in the draft').waitFor();
    await thanks.waitFor({ state: 'detached' });
    await drawer.getByText('Text', { exact: true }).click();
    await drawer.locator('.cm-mergeView').waitFor();
    await shot('compare-text-en');
    const textOf = async () => (await call('GET', `scenarios/${scenario}`)).body.draft.messages.en.thanks as string;
    await eventually(textOf, (text) => text === greeter.messages.en.thanks);
    await page.keyboard.press('Escape');
  });

  it('takes an old version into the draft, and keeps what the draft was', async () => {
    await button('Versions').click();
    const drawer = page.getByRole('dialog', { name: 'Versions' });
    await drawer.getByRole('row', { name: /^1 / }).getByRole('button', { name: 'Take into the draft' }).click();
    await page
      .getByRole('dialog', { name: /Take Version 1/ })
      .getByRole('button', { name: 'Take into the draft' })
      .click();
    await drawer.getByText('Before Version 1 was taken into the draft').waitFor();
    const steps = async () =>
      (await call('GET', `scenarios/${scenario}`)).body.draft.steps.map(({ id }: { id: string }) => id) as string[];
    await eventually(steps, (ids) => ids.includes('ask-size'));
    await page.keyboard.press('Escape');
  });

  it('rolls an agent back with the same question, in Russian', async () => {
    await page.evaluate(() => localStorage.setItem('scenarium.language', 'ru'));
    await studio.open(`/agents/${agent}?tab=versions`);
    await page.getByRole('row', { name: /^1 / }).getByRole('button').last().waitFor();
    await shot('agent-versions-ru');
    await page.getByRole('row', { name: /^1 / }).getByRole('button').last().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').first().waitFor();
    await shot('roll-back-ru');
    await dialog.locator('.ant-btn-primary').click();
    const version = async () => (await call('GET', `agents/${agent}/activations`)).body.activations as object[];
    await eventually(version, (all) => all.length === 2);
    expect((await fresh.say('colour', 'красный', 5_000)).texts).toEqual(['Благодарим, Анна: красный']);
    expect((await fresh.say('anew', 'привет', 5_000)).texts).toEqual(['Как вас зовут?']);
    expect((await fresh.say('anew-name', 'Анна', 5_000)).texts).toEqual(['Какой размер?']);
    expect(studio.complaints).toEqual([]);
  });
});
