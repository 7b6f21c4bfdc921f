import type { ScenarioInput, StepType } from '@scenarium/language';

type StepInput = ScenarioInput['steps'][number];

/** A step of every type with all that its form shows: a type that is missing here does not compile. */
const steps: { [T in StepType]: Extract<StepInput, { type: T }> } = {
  message: {
    id: 'greet',
    type: 'message',
    name: 'Greeting',
    text: 'hello',
    buttons: [
      { id: 'prices', label: 'prices' },
      { id: 'site', label: 'site', url: 'https://example.com/{{ locale }}' },
    ],
    attachments: [{ url: 'https://example.com/price.pdf', name: 'Prices' }],
  },
  ask: {
    id: 'ask-topic',
    type: 'ask',
    name: 'Topic',
    prompt: 'topic',
    saveTo: 'topic',
    answer: {
      type: 'choice',
      options: [
        { id: 'order', label: 'order', synonyms: ['parcel', 'delivery'] },
        { id: 'other', label: 'other' },
      ],
    },
    reprompt: 'again',
    timeout: '10m',
    check: { criterion: 'is polite' },
  },
  condition: { id: 'is-adult', type: 'condition', name: 'Of age?' },
  switch: {
    id: 'by-city',
    type: 'switch',
    value: 'city',
    cases: [
      { id: 'capital', equals: ['Moscow', 'Москва'] },
      { id: 'north', equals: 'Murmansk' },
    ],
  },
  set: { id: 'count', type: 'set', assign: [{ variable: 'age', value: 'age + 1' }] },
  transform: {
    id: 'names',
    type: 'transform',
    from: 'orders',
    operations: [
      { op: 'filter', where: 'item.paid' },
      { op: 'format', template: '{{ index }}: {{ item.name }}' },
    ],
    saveTo: 'summary',
  },
  wait: { id: 'pause', type: 'wait', for: '90m' },
  event: { id: 'paid', type: 'event', event: 'order.paid', key: '{{ topic }}', timeout: '2d' },
  parallel: { id: 'both', type: 'parallel' },
  join: { id: 'together', type: 'join' },
  call: { id: 'survey', type: 'call', scenario: 'nps', inputs: { name: 'contact.name' }, outputs: { age: 'score' } },
  handover: {
    id: 'to-human',
    type: 'handover',
    to: { kind: 'human', priority: 'high' },
    text: 'wait',
    reason: '{{ topic }}',
  },
  emit: { id: 'tell', type: 'emit', event: 'order.asked', data: { topic: '{{ topic }}' } },
  'set-language': { id: 'russian', type: 'set-language', locale: 'ru' },
  action: {
    id: 'request',
    type: 'action',
    action: 'http.request',
    input: { url: 'https://example.com/orders/{{ topic }}' },
    saveTo: 'orders',
  },
  llm: {
    id: 'extract',
    type: 'llm',
    prompt: 'Find the city in: {{ message.text }}',
    fields: { city: { type: 'text', description: 'the city' }, mood: { type: 'choice', values: ['good', 'bad'] } },
    saveTo: 'summary',
  },
  agent: {
    id: 'helper',
    type: 'agent',
    instructions: 'Help {{ contact.name }} with an order.',
    tools: [{ action: 'http.request', bind: { url: 'https://example.com' } }],
  },
  answer: { id: 'faq', type: 'answer', instructions: 'Answer briefly.' },
  classify: {
    id: 'intent',
    type: 'classify',
    intents: [
      { id: 'buy', description: 'wants to buy', examples: ['how much is it', 'I would like to order'] },
      { id: 'complain', description: 'is unhappy' },
    ],
  },
  end: { id: 'bye', type: 'end', outcome: 'resolved' },
};

const all = Object.values(steps);

/** A scenario with a step of every type, one after the other, in two languages. */
export const everyForm: ScenarioInput = {
  format: 1,
  id: 'every-form',
  name: 'Every form',
  locales: ['en', 'ru'],
  variables: {
    topic: { type: 'text', description: 'What it is about' },
    city: { type: 'text', scope: 'contact' },
    age: { type: 'number', default: 18 },
    orders: { type: 'list' },
    summary: { type: 'any' },
  },
  triggers: [
    { id: 'begin', type: 'conversation', step: 'greet' },
    { id: 'help', type: 'command', command: 'help', step: 'to-human' },
  ],
  steps: all,
  flows: [
    ...all.slice(1).map((step, i) => ({
      id: `f${i + 1}`,
      from: (all[i] as StepInput).id,
      to: step.id,
      on: exitOf(all[i] as StepInput),
      ...(all[i]?.type === 'condition' && { when: 'age >= 18 && city != null' }),
    })),
    { id: 'else', from: 'is-adult', to: 'bye', on: 'else' },
  ],
  messages: {
    en: {
      hello: ['Hello, {{ contact.name }}!', 'Good day!'],
      prices: 'Prices',
      site: 'Our site',
      topic: 'What is it about?',
      order: 'My order',
      other: 'Something else',
      again: 'Please choose one of the buttons.',
      wait: 'I call a colleague.',
    },
    ru: {
      hello: 'Здравствуйте!',
      prices: 'Цены',
      topic: 'О чём речь?',
      order: 'Мой заказ',
      other: 'Другое',
      again: 'Пожалуйста, выберите кнопку.',
      wait: 'Зову коллегу.',
    },
  },
};

function exitOf({ type }: StepInput): string {
  if (type === 'switch') return 'case:capital';
  return type === 'classify' ? 'intent:buy' : 'next';
}
