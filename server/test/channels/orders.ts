import type { MockService } from '../../../plugins/mock-channel/src/service.fixture.ts';
import type { Api } from '../support/api.ts';
import { publish } from '../support/publish.ts';

export const KEY = 'sentinel-key-71';

/** Asks what to do, then for a number, and answers with both; knows a command with an argument. */
const document = {
  format: 1,
  id: 'orders',
  name: 'Orders',
  locales: ['en', 'ru'],
  variables: { what: { type: 'text' }, number: { type: 'text' }, name: { type: 'text', scope: 'contact' } },
  triggers: [
    { id: 'start', type: 'conversation', step: 'hello' },
    { id: 'status', type: 'command', command: 'order', step: 'done' },
  ],
  steps: [
    { id: 'hello', type: 'message', text: 'hello' },
    {
      ...{ id: 'choose', type: 'ask', prompt: 'choose', saveTo: 'what' },
      answer: {
        type: 'choice',
        options: [
          { id: 'order', label: 'order' },
          { id: 'back', label: 'back' },
        ],
      },
    },
    { id: 'ask', type: 'ask', prompt: 'ask', saveTo: 'number' },
    { id: 'look', type: 'action', action: 'mock-crm.list-leads', input: {} },
    { id: 'done', type: 'message', text: 'done' },
    { id: 'bye', type: 'message', text: 'bye' },
    { id: 'end', type: 'end', outcome: 'done' },
  ],
  flows: [
    { id: 'f1', from: 'hello', to: 'choose' },
    { id: 'f2', from: 'choose', to: 'ask' },
    { id: 'f3', from: 'choose', on: 'failed', to: 'bye' },
    { id: 'f4', from: 'ask', to: 'look' },
    { id: 'f8', from: 'look', to: 'done' },
    { id: 'f9', from: 'look', on: 'error', to: 'bye' },
    { id: 'f5', from: 'ask', on: 'failed', to: 'bye' },
    { id: 'f6', from: 'done', to: 'bye' },
    { id: 'f7', from: 'bye', to: 'end' },
  ],
  messages: {
    en: {
      ...{ hello: 'Hello, {{ name }}!', choose: 'What is it?', order: 'An order', back: 'A return' },
      ...{ ask: 'Its number?', done: '{{ what }} {{ number }} is on its way', bye: 'Bye' },
    },
    ru: {
      ...{ hello: 'Здравствуйте, {{ name }}!', choose: 'Что случилось?', order: 'Заказ', back: 'Возврат' },
      ...{ ask: 'Какой номер?', done: '{{ what }} {{ number }} уже в пути', bye: 'До свидания' },
    },
  },
};

/** An agent that runs the scenario; answers its id. */
export function publishOrders(server: Api, token: string): Promise<string> {
  return publish(server, token, { document });
}

/** An agent, a connection to a service, and a channel of both; answers the channel's id. */
export async function connectOrders(
  server: Api,
  token: string,
  { service, ...channel }: { service: MockService; name: string; kind: string; mode?: string; plugin?: string },
): Promise<string> {
  const { name, plugin = 'mock-channel', ...more } = channel;
  const found = (await server.call('GET', 'agents/orders', { token })).body.id as string | undefined;
  const agent = found ?? (await publishOrders(server, token));
  const config = { baseUrl: service.url, key: KEY };
  await server.call('POST', 'connections', { token, body: { name, plugin, config } });
  const { status, body } = await server.call('POST', 'channels', {
    token,
    body: { name, agent, connection: name, ...more },
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id as string;
}

/** Who writes in a chat, and what was sent there. */
export function chatWith(service: MockService, chat: string) {
  let count = 0;
  return {
    say(text: string, more: { option?: string; times?: number; key?: string } = {}): Promise<number[]> {
      const { option, ...how } = more;
      count += 1;
      const from = { id: chat, name: 'Анна', locale: 'ru' };
      return service.write({ id: `${chat}-${count}`, chat, from, text, ...(option !== undefined && { option }) }, how);
    },
    heard: () => service.taken.filter(({ to }) => to === chat),
    texts: () => service.taken.filter(({ to }) => to === chat).map(({ text }) => text),
  };
}
