import { Scenario } from '@scenarium/language';

/** Counts what it is told and says it back; what begins with "fx" is told to a service first, by a request that must not be doubled. */
export const counting: Scenario = Scenario.parse({
  format: 1,
  id: 'counting',
  name: 'Counting',
  locales: ['en'],
  variables: { n: { type: 'number', default: 0 }, text: { type: 'text' }, url: { type: 'text', scope: 'agent' } },
  triggers: [{ id: 'start', type: 'conversation', step: 'ask' }],
  steps: [
    { id: 'ask', type: 'ask', prompt: 'ask', saveTo: 'text' },
    { id: 'count', type: 'set', assign: [{ variable: 'n', value: 'n + 1' }] },
    { id: 'is-effect', type: 'condition' },
    {
      id: 'effect',
      type: 'action',
      action: 'http.request',
      input: { method: 'POST', url: '{{ url }}', body: { text: '{{ text }}' } },
    },
    { id: 'reply', type: 'message', text: 'reply' },
    { id: 'failed', type: 'message', text: 'failed' },
  ],
  flows: [
    { id: 'f1', from: 'ask', to: 'count' },
    { id: 'f1f', from: 'ask', on: 'failed', to: 'ask' },
    { id: 'f2', from: 'count', to: 'is-effect' },
    { id: 'f3', from: 'is-effect', to: 'effect', when: 'text.startsWith("fx")' },
    { id: 'f4', from: 'is-effect', on: 'else', to: 'reply' },
    { id: 'f5', from: 'effect', to: 'reply' },
    { id: 'f6', from: 'effect', on: 'error', to: 'failed' },
    { id: 'f7', from: 'reply', to: 'ask' },
    { id: 'f8', from: 'failed', to: 'ask' },
  ],
  messages: {
    en: { ask: 'Next?', reply: '#{{ n }} {{ text }}', failed: '#{{ n }} {{ text }} failed: {{ error.code }}' },
  },
});
