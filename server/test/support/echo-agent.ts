import type { Api } from './api.ts';
import { publish } from './publish.ts';

const document = {
  format: 1,
  id: 'echo',
  name: 'Echo',
  locales: ['en', 'ru'],
  variables: { text: { type: 'text' } },
  triggers: [{ id: 'start', type: 'conversation', step: 'ask' }],
  steps: [
    { id: 'ask', type: 'ask', prompt: 'ask', answer: { type: 'text', maxLength: 10_000 }, saveTo: 'text' },
    { id: 'reply', type: 'message', text: 'reply' },
  ],
  flows: [
    { id: 'f1', from: 'ask', to: 'reply' },
    { id: 'f2', from: 'ask', on: 'failed', to: 'ask' },
    { id: 'f3', from: 'reply', to: 'ask' },
  ],
  messages: {
    en: { ask: 'Next?', reply: 'You said: {{ text }}' },
    ru: { ask: 'Дальше?', reply: 'Вы сказали: {{ text }}' },
  },
};

/** Publishes an agent that answers every message with two, for ever, in English and Russian; returns its id. */
export async function publishEcho(server: Api): Promise<string> {
  return publish(server, await server.signIn(), { document });
}
