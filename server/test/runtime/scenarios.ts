const flow = (id: string, from: string, to: string, more: object = {}) => ({ id, from, to, ...more });

/** Says back what it was told, numbered, for ever. */
export const echo = {
  format: 1,
  id: 'echo',
  name: 'Echo',
  locales: ['en'],
  variables: { n: { type: 'number', default: 0 }, text: { type: 'text' } },
  triggers: [{ id: 'start', type: 'conversation', step: 'ask' }],
  steps: [
    { id: 'ask', type: 'ask', prompt: 'ask', saveTo: 'text' },
    { id: 'count', type: 'set', assign: [{ variable: 'n', value: 'n + 1' }] },
    { id: 'reply', type: 'message', text: 'reply' },
  ],
  flows: [
    flow('f1', 'ask', 'count'),
    flow('f2', 'count', 'reply'),
    flow('f3', 'reply', 'ask'),
    flow('f4', 'ask', 'ask', { on: 'failed' }),
  ],
  messages: { en: { ask: 'Next?', reply: '#{{ n }} {{ text }}' } },
};

/** Tells a service what it was told before it says it back. */
export const telling = {
  ...echo,
  id: 'telling',
  name: 'Telling',
  variables: { ...echo.variables, url: { type: 'text', scope: 'agent' } },
  steps: [
    ...echo.steps,
    {
      id: 'tell',
      type: 'action',
      action: 'http.request',
      input: { method: 'POST', url: '{{ url }}', body: { text: '{{ text }}' } },
    },
    { id: 'failed', type: 'message', text: 'failed' },
  ],
  flows: [
    flow('f1', 'ask', 'tell'),
    flow('f2', 'tell', 'count'),
    flow('f3', 'count', 'reply'),
    flow('f4', 'reply', 'ask'),
    flow('f5', 'ask', 'ask', { on: 'failed' }),
    flow('f6', 'tell', 'failed', { on: 'error' }),
    flow('f7', 'failed', 'ask'),
  ],
  messages: { en: { ...echo.messages.en, failed: 'Failed: {{ error.code }}' } },
};

/** Looks up what it was told last, and says it back. */
export const looking = {
  ...telling,
  id: 'looking',
  name: 'Looking',
  steps: [
    { id: 'ask', type: 'ask', prompt: 'ask', saveTo: 'text' },
    {
      id: 'look',
      type: 'action',
      action: 'http.request',
      input: { method: 'GET', url: '{{ url }}?text={{ message.text }}' },
    },
    { id: 'found', type: 'message', text: 'found' },
    { id: 'end', type: 'end', outcome: 'found' },
  ],
  flows: [
    flow('f1', 'ask', 'look'),
    flow('f2', 'ask', 'ask', { on: 'failed' }),
    flow('f3', 'look', 'found'),
    flow('f4', 'look', 'end', { on: 'error' }),
    flow('f5', 'found', 'end'),
  ],
  messages: { en: { ask: 'Next?', found: 'Found: {{ message.text }}' } },
};

/** Started by an event, says what the event brought. */
export const greeting = {
  format: 1,
  id: 'greeting',
  name: 'Greeting',
  locales: ['en'],
  variables: { name: { type: 'text', default: 'nobody' } },
  triggers: [{ id: 'start', type: 'event', event: 'customer.signed-up', step: 'hello' }],
  steps: [
    { id: 'hello', type: 'message', text: 'hello' },
    { id: 'pass-on', type: 'emit', event: 'customer.signed-up', data: { name: '{{ name }}!' } },
    { id: 'end', type: 'end', outcome: 'greeted' },
  ],
  flows: [flow('f1', 'hello', 'pass-on'), flow('f2', 'pass-on', 'end')],
  messages: { en: { hello: 'Hello, {{ name }}' } },
};
