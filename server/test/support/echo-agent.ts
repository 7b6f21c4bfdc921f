import type { TestServer } from './start-server.ts';

const document = {
  format: 1,
  id: 'echo',
  name: 'Echo',
  locales: ['en', 'ru'],
  variables: { text: { type: 'text' } },
  triggers: [{ id: 'start', type: 'conversation', step: 'ask' }],
  steps: [
    { id: 'ask', type: 'ask', prompt: 'ask', saveTo: 'text' },
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
export async function publishEcho({ call, signIn }: Pick<TestServer, 'call' | 'signIn'>): Promise<string> {
  const token = await signIn();
  const scenario = await call('POST', 'scenarios', { token, body: { document } });
  const version = await call('POST', `scenarios/${scenario.body.id}/versions`, { token, body: {} });
  const agent = await call('POST', 'agents', { token, body: { slug: 'echo', name: 'Echo', version: version.body.id } });
  return agent.body.id as string;
}
