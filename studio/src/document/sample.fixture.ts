import { loadScenario, type Scenario, type ScenarioInput } from '@scenarium/language';
import type { DocumentIndex } from './editing/document-index.ts';

const sample: ScenarioInput = {
  format: 1,
  id: 'sample',
  name: 'Sample',
  locales: ['en', 'ru'],
  variables: {
    name: { type: 'text' },
    age: { type: 'number', default: 0 },
    orders: { type: 'list' },
    tariff: { type: 'text', scope: 'agent' },
  },
  triggers: [
    { id: 'begin', type: 'conversation', step: 'greet' },
    { id: 'help', type: 'command', command: 'help', step: 'say-name' },
  ],
  steps: [
    { id: 'greet', type: 'message', text: 'hello' },
    {
      id: 'ask-age',
      type: 'ask',
      name: 'How old',
      prompt: 'age',
      saveTo: 'age',
      answer: { type: 'number', min: 0 },
    },
    { id: 'adult', type: 'condition' },
    {
      id: 'pick',
      type: 'ask',
      prompt: 'pick',
      answer: {
        type: 'choice',
        options: [
          { id: 'yes', label: 'yes' },
          { id: 'no', label: 'no' },
        ],
      },
    },
    { id: 'say-name', type: 'message', text: 'name' },
    {
      id: 'count',
      type: 'transform',
      from: 'orders.filter(order, order.age > age)',
      operations: [{ op: 'map', to: 'item.name + name' }],
      saveTo: 'orders',
    },
    { id: 'sub', type: 'call', scenario: 'other', inputs: { name: 'name' }, outputs: { name: 'name' } },
    { id: 'bye', type: 'end' },
  ],
  flows: [
    { id: 'f1', from: 'greet', to: 'ask-age' },
    { id: 'f2', from: 'ask-age', to: 'adult' },
    { id: 'f3', from: 'ask-age', on: 'failed', to: 'bye' },
    { id: 'f4', from: 'adult', to: 'pick', when: 'age >= 18 && name != "age"' },
    { id: 'f5', from: 'adult', to: 'say-name', when: 'age >= 12' },
    { id: 'f6', from: 'adult', on: 'else', to: 'bye' },
    { id: 'f7', from: 'pick', on: 'option:yes', to: 'count' },
    { id: 'f8', from: 'pick', on: 'option:no', to: 'say-name' },
    { id: 'f9', from: 'count', to: 'sub' },
    { id: 'f10', from: 'sub', to: 'bye' },
    { id: 'f11', from: 'say-name', to: 'bye' },
  ],
  messages: {
    en: {
      hello: ['Hello!', 'Hi, {{ name }}!'],
      age: 'What is your age? (age)',
      pick: 'Pick one',
      yes: 'Yes',
      no: 'No',
      name: { plural: 'age', forms: { one: '{{ name }} is {{ age }} year', other: '{{ name }}: {{ age }} years' } },
      unused: 'Nobody says {{ age }}',
    },
    ru: {
      hello: 'Здравствуйте!',
      age: 'Ваш возраст?',
      pick: 'Выберите',
      yes: 'Да',
      no: 'Нет',
      name: '{{ name }}: ещё {{ age }}',
    },
  },
  fallback: 'bye',
  limits: { stepsPerTurn: 100 },
  layout: {
    greet: { x: 0, y: 0 },
    'ask-age': { x: 200, y: 0 },
    adult: { x: 400, y: 0 },
    pick: { x: 600, y: -100 },
    'say-name': { x: 600, y: 100 },
    bye: { x: 800, y: 0 },
  },
  notes: [{ id: 'why', text: 'Ask the lawyers about children', x: 400, y: -160, color: 'blue' }],
};

/** A scenario with a bit of everything, made anew each time. */
export function sampleScenario(): Scenario {
  return loaded(sample);
}

/** The scenario, which has to load. */
export function loaded(value: unknown): Scenario {
  const loading = loadScenario(value);
  if (!loading.ok)
    throw new Error(loading.problems.map(({ message, place }) => `${message.en} (${place.path.join('.')})`).join('\n'));
  return loading.scenario;
}

/** A chain of so many steps, each with a text, a variable and a place. */
export function longScenario(length: number): Scenario {
  const numbers = Array.from({ length }, (_, i) => i);
  return loaded({
    format: 1,
    id: 'long',
    name: 'Long',
    locales: ['en'],
    variables: { count: { type: 'number' } },
    triggers: [{ id: 'begin', type: 'conversation', step: 's0' }],
    steps: numbers.map((i) => ({ id: `s${i}`, type: 'message', text: `t${i}` })),
    flows: numbers.slice(1).map((i) => ({ id: `f${i}`, from: `s${i - 1}`, to: `s${i}` })),
    messages: { en: Object.fromEntries(numbers.map((i) => [`t${i}`, `Text ${i}: {{ count }}`])) },
    layout: Object.fromEntries(numbers.map((i) => [`s${i}`, { x: i * 100, y: 0 }])),
  });
}

/** All an index knows, for comparing one that followed many edits with one made anew: both must know the same. */
export function knownTo(index: DocumentIndex): unknown {
  const tables = (['steps', 'flows', 'triggers', 'variables', 'messages', 'layout', 'notes', 'head'] as const).map(
    (table) => {
      const keys = [...index.keys(table)];
      const rows = (table === 'head' ? keys.sort() : keys).map((key) => [key, index.get(table, key)]);
      return [table, rows, rows.map(([, row]) => (table === 'messages' ? Object.keys(row as object) : []))];
    },
  );
  const { steps, variables, messages } = index.scenario;
  const texts = [...new Set(Object.values(messages).flatMap((all) => Object.keys(all)))];
  const uses = Object.keys(variables).map((name) => [
    name,
    index
      .usesOf(name)
      .map((use) => JSON.stringify(use))
      .sort(),
  ]);
  return {
    tables,
    flows: steps.map(({ id }) => [id, index.flowsFrom(id), index.flowsTo(id)]),
    uses,
    speakers: texts.map((id) => [id, [...index.speakersOf(id)].sort()]),
  };
}
