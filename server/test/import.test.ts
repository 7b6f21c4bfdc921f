import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { flowerShop } from '../../scenarios/language/src/import/fixtures/flower-shop.fixture.ts';
import { parcelDesk } from '../../scenarios/language/src/import/fixtures/parcel-desk.fixture.ts';
import { shots, startStudio, type StudioPage } from './support/studio-page.ts';

let studio: StudioPage;
let { server, page } = {} as StudioPage;

beforeAll(async () => {
  studio = await startStudio();
  ({ server, page } = studio);
  await studio.open(`/agents`);
  await studio.signIn();
  await page.getByRole('heading', { name: 'Agents', level: 1 }).waitFor();
}, 60_000);
afterAll(() => studio?.stop());

const give = (file: object, name: string): Promise<void> =>
  page.locator('input[type=file]').setInputFiles({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  });

async function speak(language: 'en' | 'ru'): Promise<void> {
  await page.evaluate((wanted) => localStorage.setItem('scenarium.language', wanted), language);
  await page.reload();
}

describe('the import in the studio', { timeout: 60_000 }, () => {
  it('given a file that is none, then it says what is wrong', async () => {
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByLabel('… or paste its text').fill('{"groups": []}');
    await page.getByText('There is nothing to import in the file').waitFor();
    await page.getByRole('button', { name: 'Choose another file' }).click();
  });

  it('given a broken file, or a scenario of a newer version, then it says so, and the draft stays as it is', async () => {
    const dialog = page.getByRole('dialog');
    const newer = JSON.stringify({ format: 99, id: 'newer', name: 'Newer', locales: ['en'], steps: [], flows: [] });
    const broken = [
      { file: Buffer.from([0x7b, 0xff, 0x00, 0x22]), words: /Correct line 1/ },
      { file: Buffer.from(newer), words: /Update Scenarium/ },
    ];
    const choose = (file: Buffer): Promise<void> =>
      page.locator('input[type=file]').setInputFiles({ name: 'broken.json', mimeType: '', buffer: file });
    for (const { file, words } of broken) {
      await choose(file);
      await dialog.getByText(words).waitFor();
      await page.getByRole('button', { name: 'Choose another file' }).click();
    }
    await page.keyboard.press('Escape');

    const token = await server.signIn();
    const { body } = await server.call('GET', 'scenarios/order-status', { token });
    await studio.open(`/scenarios/${body.id}`);
    await page.getByText('No problems').waitFor();
    for (const { file, words } of broken) {
      await choose(file);
      await dialog.getByText(words).waitFor();
      expect(await dialog.getByRole('button', { name: 'Import', exact: true }).isDisabled()).toBe(true);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
    }
    await page.getByRole('radiogroup', { name: 'View' }).getByText('Text', { exact: true }).click();
    await page.locator('.cm-content').first().focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(newer);
    await page
      .getByRole('region', { name: 'Problems' })
      .getByText('The scenario has format 99, this version reads up to 1')
      .waitFor();
    await page.screenshot({ path: `${shots}newer-text-en.png` });
    const kept = await server.call('GET', `scenarios/${body.id}`, { token });
    expect(kept.body.draft).toEqual(body.draft);
    await studio.open('/agents');
    await page.getByRole('button', { name: 'Import' }).click();
  });

  it('given an export of Typebot, then it shows what becomes of every node, and makes scenario and agent', async () => {
    await give(flowerShop, 'flower-shop.json');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Typebot', { exact: true }).waitFor();
    await dialog.getByText('Not mapped 5', { exact: true }).waitFor();
    await dialog.getByText('The action “typebot.email” holds its place', { exact: false }).waitFor();
    await page.screenshot({ path: `${shots}import-preview-en.png` });
    await dialog.getByText('Partly 5', { exact: true }).click();
    await dialog.getByText('The traffic was split by chance', { exact: false }).waitFor();
    await dialog.getByLabel('Name of the agent').fill('Our flowers');
    await expect.poll(() => dialog.getByLabel('Short name').inputValue()).toBe('our-flowers');
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText('The report stays with the scenario').waitFor();
    await page.getByRole('heading', { name: 'Our flowers', level: 1 }).waitFor();
    await page.locator('.side-bar').getByText('Chat', { exact: true }).click();
    await page.getByRole('log').getByText('Hello from the shop!').waitFor();
    const { body } = await server.call('GET', 'agents/our-flowers', { token: await server.signIn() });
    expect(page.url()).toContain(body['scenario'] as string);
  });

  it('given an imported scenario, then its report opens again from the editor, in Russian too', async () => {
    await page.getByRole('button', { name: 'Import report' }).click();
    await page.getByRole('dialog').getByText('Not mapped 5', { exact: true }).waitFor();
    await page.screenshot({ path: `${shots}import-report-en.png` });
    await speak('ru');
    await page.getByRole('button', { name: 'Отчёт об импорте' }).click();
    await page.getByRole('dialog').getByText('Не перенесено 5', { exact: true }).waitFor();
    await page.screenshot({ path: `${shots}import-report-ru.png` });
  });

  it('given an export of Flowise on the page of scenarios, then a scenario is made without an agent', async () => {
    await studio.open(`/scenarios?import=1`);
    await give(parcelDesk, 'Parcel desk Agents.json');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Flowise', { exact: true }).waitFor();
    expect(await dialog.getByLabel('Название агента').inputValue()).toBe('Parcel desk');
    await page.screenshot({ path: `${shots}import-preview-ru.png` });
    await dialog.getByRole('switch').click();
    await dialog.getByLabel('Название сценария').fill('Поиск посылок');
    await dialog.getByRole('button', { name: 'Импортировать', exact: true }).click();
    await page.getByRole('heading', { name: 'Поиск посылок', level: 1 }).waitFor();
    expect(studio.complaints).toEqual([]);
  });
});
