import { afterAll, beforeAll, expect, it } from 'vitest';
import { startMockService, type MockService } from '../../../plugins/mock-channel/src/service.fixture.ts';
import { eventually } from '../support/publish.ts';
import { chatWith, KEY, publishOrders } from './orders.ts';
import { shots, startStudio, type StudioPage } from '../support/studio-page.ts';

let studio: StudioPage;
let { server, page } = {} as StudioPage;
let service: MockService;
let agent: string;

beforeAll(async () => {
  service = await startMockService({ key: KEY });
  studio = await startStudio({ env: { DEMO: 'false', EGRESS_ALLOW: new URL(service.url).host }, language: 'ru' });
  ({ server, page } = studio);
  agent = await publishOrders(server, await server.signIn());
}, 60_000);
afterAll(async () => {
  await studio?.stop();
  await service?.stop();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const shot = (name: string) => page.screenshot({ path: `${shots}channels-${name}.png` });

it(
  'adds a channel in a form, sees it work and fail, tests it, sends again what was lost',
  { timeout: 90_000 },
  async () => {
    await studio.open(`/agents/${agent}?tab=channels`);
    await studio.signIn();
    await page.getByText('В других местах этому агенту пока не написать').waitFor();
    await button('Добавить канал').click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Сервис').click();
    await page.getByTitle('Чат для проб').click();
    await form.getByLabel('Название').fill('Чат магазина');
    await form.getByLabel('Адрес сервиса').fill(service.url);
    await form.getByLabel('Ключ').fill(KEY);
    await shot('form');
    await form.getByRole('button', { name: 'Добавить' }).click();
    const card = page.getByRole('region', { name: 'Чат магазина' });
    await card.getByText('Работает', { exact: true }).waitFor();
    await card.getByText(service.webhook as string).waitFor();

    service.fail({ status: 400 });
    const ann = chatWith(service, 'ann');
    await ann.say('Добрый день');
    await card.getByText('1 недоставленное сообщение').click();
    await card.getByText('Здравствуйте, Анна!').waitFor();
    await shot('list');
    await button('Отправить ещё раз').click();
    await eventually(
      async () => ann.texts(),
      (texts) => texts.includes('Здравствуйте, Анна!'),
    );

    await button('Пробное сообщение').click();
    await form.getByLabel('Кому').fill('bob');
    await form.getByRole('button', { name: 'Отправить' }).click();
    await page.getByText('Сервис принял сообщение').waitFor();
    expect(chatWith(service, 'bob').texts()).toEqual(['Пробное сообщение от Scenarium']);
    await form.getByRole('button', { name: 'Отмена' }).click();

    await service.stop();
    const token = await server.signIn();
    const [{ id }] = (await server.call('GET', 'channels', { token })).body.channels;
    for (let i = 0; i < 3; i += 1) await server.call('POST', `channels/${id}/check`, { token });
    await card.getByText('Не работает', { exact: true }).waitFor({ timeout: 30_000 });
    await shot('dead');
    await studio.open(`/conversations`);
    await page.getByRole('cell', { name: 'Чат магазина' }).waitFor();
    await shot('conversations');
  },
);
