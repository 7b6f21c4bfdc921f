import { Scenario } from '@scenarium/language';

/** Numbers what it is told; what begins with "fx" has a side effect whose result differs with every attempt. */
export const echoing: Scenario = Scenario.parse({
  format: 1,
  id: 'echoing',
  name: 'Echoing',
  locales: ['en'],
  variables: { n: { type: 'number', default: 0 }, text: { type: 'text' }, result: { type: 'any' } },
  triggers: [{ id: 'start', type: 'conversation', step: 'ask' }],
  steps: [
    { id: 'ask', type: 'ask', prompt: 'ask', saveTo: 'text' },
    { id: 'count', type: 'set', assign: [{ variable: 'n', value: 'n + 1' }] },
    { id: 'is-effect', type: 'condition' },
    { id: 'effect', type: 'action', action: 'test.effect', input: { text: '{{ text }}' }, saveTo: 'result' },
    { id: 'reply', type: 'message', text: 'reply' },
  ],
  flows: [
    { id: 'f1', from: 'ask', to: 'count' },
    { id: 'f1f', from: 'ask', on: 'failed', to: 'ask' },
    { id: 'f2', from: 'count', to: 'is-effect' },
    { id: 'f3', from: 'is-effect', to: 'effect', when: 'text.startsWith("fx")' },
    { id: 'f4', from: 'is-effect', on: 'else', to: 'reply' },
    { id: 'f5', from: 'effect', to: 'reply' },
    { id: 'f7', from: 'reply', to: 'ask' },
  ],
  messages: { en: { ask: 'Next?', reply: '#{{ n }} {{ text }} {{ result }}' } },
});
