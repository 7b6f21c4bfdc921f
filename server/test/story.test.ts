import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ADMIN } from './support/api.ts';
import { keys, mouse, type Hands } from './support/hands.ts';
import { beginTalk, eventually } from './support/publish.ts';
import { shots, startStudio, type StudioPage } from './support/studio-page.ts';

const english = {
  email: 'E-mail',
  password: 'Password',
  signIn: 'Sign in',
  agents: 'Agents',
  newAgent: /New agent$/,
  library: 'Template library',
  template: /^Order status/,
  agentName: 'Name of the agent',
  name: 'Parcels of ours',
  create: 'Create the agent',
  edit: 'Edit the scenario',
  fine: 'No problems',
  question: 'Question',
  welcome: 'Good day! What is your order number?',
  chat: 'Chat',
  say: 'Write a message…',
  wrong: /\d+ errors?/,
  publish: 'Publish…',
  refused: 'It cannot be published yet',
  cancel: 'Cancel',
  note: 'What changed?',
  publishNow: /^Publish( with|$)/,
  published: (version: number) => `Version ${version} is published`,
  farewell: 'Which order shall I look for?',
  versions: 'Versions',
  compare: 'Compare',
  pictures: 'Pictures',
  talking: '1 conversation in progress',
  then: 'They: ask-number',
  close: 'Close',
  rollBack: /Roll back to this/,
  activate: 'Make active',
  active: (version: number) => `Version ${version} is active`,
};

const russian: typeof english = {
  email: 'Электронная почта',
  password: 'Пароль',
  signIn: 'Войти',
  agents: 'Агенты',
  newAgent: /Новый агент$/,
  library: 'Библиотека шаблонов',
  template: /^Статус заказа/,
  agentName: 'Название агента',
  name: 'Наши посылки',
  create: 'Создать агента',
  edit: 'Изменить сценарий',
  fine: 'Замечаний нет',
  question: 'Вопрос',
  welcome: 'Добрый день! Назовите номер заказа.',
  chat: 'Чат',
  say: 'Напишите сообщение…',
  wrong: /\d+ ошиб/,
  publish: 'Опубликовать…',
  refused: 'Опубликовать пока нельзя',
  cancel: 'Отмена',
  note: 'Что изменилось?',
  publishNow: /^Опубликовать( с|$)/,
  published: (version) => `Версия ${version} опубликована`,
  farewell: 'Какой заказ найти?',
  versions: 'Версии',
  compare: 'Сравнить',
  pictures: 'Схемы',
  talking: 'Идёт 1 разговор',
  then: 'Что с ними будет: ask-number',
  close: 'Закрыть',
  rollBack: /Вернуться к этой/,
  activate: 'Сделать активной',
  active: (version) => `Версия ${version} активна`,
};

/** What only the canvas has keys for. */
interface Ways {
  hands: Hands;
  /** Chooses a step of the canvas and opens its form. */
  openStep(step: string): Promise<void>;
  /** Takes the flow from one step to another away. */
  cut(from: string, to: string): Promise<void>;
  mend(to: string): Promise<void>;
}

const byMouse = (page: Page): Ways => {
  const card = (step: string): Locator => page.locator(`.step-card[data-step="${step}"]`);
  async function showAll(): Promise<void> {
    await page.locator('.graph-canvas').press('Control+1');
    await page.waitForTimeout(400);
  }
  return {
    hands: mouse(page),
    async openStep(step) {
      await showAll();
      await card(step).click();
      await page.locator('.side-bar').getByText('Step', { exact: true }).click();
    },
    async cut() {
      await showAll();
      const { x, y } = await page
        .locator('.react-flow__edge[data-id="f1"] .react-flow__edge-interaction')
        .evaluate((path: SVGPathElement) => {
          const point = path.getPointAtLength(path.getTotalLength() / 5);
          const { x: left, y: top } = point.matrixTransform(path.getScreenCTM() ?? undefined);
          return { x: left, y: top };
        });
      await page.mouse.click(x, y);
      await page.keyboard.press('Delete');
    },
    async mend(to) {
      await page.locator('.editor-problems').getByRole('button', { name: 'Problems' }).click();
      await page
        .getByRole('button', { name: /^Connect/ })
        .first()
        .click();
      await page.getByRole('combobox', { name: 'Find a step to add…' }).fill(to);
      await page.keyboard.press('Enter');
    },
  };
};

const byKeys = (page: Page): Ways => {
  const canvas = page.locator('.graph-canvas');
  const { keyboard } = page;
  const hands = keys(page);
  async function walkTo(step: string): Promise<void> {
    await hands.reach(canvas);
    const chosen = page.locator(`.step-card.is-chosen[data-step="${step}"]`);
    for (let i = 0; i < 10 && (await chosen.count()) === 0; i += 1) {
      await keyboard.press('ArrowRight');
      await page.waitForTimeout(250);
    }
    await chosen.waitFor();
  }
  return {
    hands,
    async openStep(step) {
      await walkTo(step);
      await keyboard.press('Enter');
    },
    async cut(_, to) {
      await walkTo(to);
      await keyboard.press('Delete');
    },
    async mend() {
      await hands.reach(canvas);
      await keyboard.press('Control+z');
    },
  };
};

describe('the first ten minutes', () => {
  it.for([
    { words: english, language: 'en' as const, ways: byMouse },
    { words: russian, language: 'ru' as const, ways: byKeys },
  ])(
    'from an empty database to a version rolled back, $language',
    { timeout: 240_000 },
    async ({ words, language, ways }) => {
      const studio = await startStudio({ env: { DEMO: 'false' }, language, width: 1440 });
      try {
        await live(studio, words, language, ways(studio.page));
        expect(studio.complaints).toEqual([]);
      } catch (error) {
        await studio.page.screenshot({ path: `${shots}story-failed-${language}.png` });
        throw error;
      } finally {
        await studio.stop();
      }
    },
  );
});

async function live({ server, page, open }: StudioPage, words: typeof english, language: string, ways: Ways) {
  const { press, write, choose } = ways.hands;
  let station = 0;
  const shot = (name: string) =>
    page.screenshot({ path: `${shots}story-${language}-${String((station += 1)).padStart(2, '0')}-${name}.png` });
  const button = (name: string | RegExp) =>
    page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });
  const dialog = page.getByRole('dialog');

  await open('/');
  await page.getByLabel(words.email).waitFor();
  await shot('sign-in');
  await write(page.getByLabel(words.email), ADMIN.email);
  await write(page.getByLabel(words.password), ADMIN.password);
  await press(button(words.signIn));

  await page.getByRole('heading', { name: words.agents, level: 1 }).waitFor();
  await shot('no-agents');
  await press(button(words.newAgent).first());
  const library = page.getByRole('group', { name: words.library });
  await library.waitFor();
  await press(library.getByRole('button', { name: words.template }));
  await shot('library');
  await write(page.getByLabel(words.agentName), words.name);
  await press(button(words.create));
  await page.getByRole('heading', { name: words.name }).waitFor();
  await page.getByRole('table').or(page.locator('dl.facts')).first().waitFor();
  await shot('agent');
  await press(page.getByRole('link', { name: words.edit }));

  await page.getByText(words.fine).waitFor();
  await page.locator('.step-card[data-step="ask-number"]').waitFor();
  await page.locator('.react-flow__edge path').first().waitFor({ state: 'attached' });
  await shot('graph');
  await ways.openStep('ask-number');
  await write(page.locator('.side-bar').getByLabel(words.question, { exact: true }).first(), words.welcome);
  await shot('inspector');

  await press(page.locator('.side-bar').getByRole('radio', { name: words.chat }));
  await page.getByRole('log').getByText(words.welcome).waitFor();
  await write(page.getByLabel(words.say), '1001');
  await page.keyboard.press('Enter');
  await page.locator('.step-card.mark-passed[data-step="searching"]').waitFor();
  await shot('tried');

  await ways.cut('ask-number', 'searching');
  await page.locator('.editor-problems').getByText(words.wrong).first().waitFor();
  await shot('broken');
  await press(button(words.publish));
  await dialog.getByText(words.refused).waitFor();
  expect(await dialog.getByRole('button', { name: words.publishNow }).last().isDisabled()).toBe(true);
  await shot('refused');
  await press(dialog.getByRole('button', { name: words.cancel }));
  await dialog.waitFor({ state: 'hidden' });
  await ways.mend('searching');
  await page.getByText(words.fine).waitFor();
  await publish(2, words.welcome);
  await dialog.waitFor({ state: 'hidden' });

  const token = await server.signIn();
  const { body } = await server.call('GET', 'agents', { token });
  const [{ id: agent }] = body.agents as [{ id: string }];
  const talk = await beginTalk(server, agent, language);
  expect(await eventually(talk.heard, ({ length }) => length > 0)).toEqual([words.welcome]);

  await ways.openStep('ask-number');
  await write(page.locator('.side-bar').getByLabel(words.question, { exact: true }).first(), words.farewell);
  await press(button(words.versions));
  const row = (version: number) => dialog.getByRole('row', { name: new RegExp(`^${version} `) });
  await row(2).waitFor();
  await shot('versions');
  await press(row(2).getByRole('button', { name: words.compare }));
  await dialog.getByText(words.farewell).first().waitFor();
  await shot('compared-in-words');
  await press(dialog.getByRole('radio', { name: words.pictures }));
  await dialog.locator('.step-card.mark-changed').first().waitFor();
  await dialog.locator('.react-flow__edge path').first().waitFor({ state: 'attached' });
  await shot('compared-in-pictures');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });

  await publish(3, words.farewell, async () => {
    await dialog.getByText(words.talking).waitFor();
    await choose(dialog.getByRole('combobox', { name: words.then }), 1);
  });
  await shot('going-over');
  await press(dialog.getByRole('button', { name: words.close, exact: true }).last());
  await dialog.waitFor({ state: 'hidden' });
  expect((await eventually(talk.heard, ({ length }) => length === 2)).at(-1)).toBe(words.farewell);

  await press(button(words.versions));
  await press(row(2).getByRole('button', { name: words.rollBack }));
  await press(page.getByRole('menuitem', { name: words.name }));
  await dialog.last().getByRole('button', { name: words.activate, exact: true }).waitFor();
  await shot('roll-back');
  await press(dialog.last().getByRole('button', { name: words.activate, exact: true }));
  await page.getByText(words.active(2)).waitFor();
  await shot('rolled-back');
  const activeNumber = async () => {
    const { scenario, version } = (await server.call('GET', `agents/${agent}`, { token })).body;
    const { versions } = (await server.call('GET', `scenarios/${scenario}/versions`, { token })).body;
    return (versions as { id: string; number: number }[]).find(({ id }) => id === version)?.number;
  };
  expect(await activeNumber()).toBe(2);

  async function publish(version: number, note: string, before?: () => Promise<void>): Promise<void> {
    await press(button(words.publish));
    await before?.();
    await write(dialog.getByLabel(words.note), note);
    await shot(`publish-${version}`);
    await press(dialog.getByRole('button', { name: words.publishNow }).last());
    await page.getByText(words.published(version)).first().waitFor();
  }
}
