import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createSimulation } from '@scenarium/engine';
import {
  checkExpression,
  checkTemplate,
  compileScenario,
  diff,
  expressionFunctions,
  formatScenario,
  lint,
  parseDuration,
  parseScenario,
  Scenario,
  type Loading,
} from '@scenarium/language';

/** Something that reads what people write. It answers or refuses in its own words; an exception is a mistake of ours. */
export interface Parser {
  corpus: readonly string[];
  read(input: string): void;
}

const TEMPLATES = fileURLToPath(new URL('../../../scenarios/templates/', import.meta.url));
const templates = readdirSync(TEMPLATES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
  .map(({ name }) => readFileSync(`${TEMPLATES}${name}/scenario.yaml`, 'utf8'));
const loaded = templates.map((text) => parseScenario(text, 'yaml')).flatMap((one) => (one.ok ? [one.scenario] : []));

const EXPRESSIONS = [
  'age >= 18 && (city == "Berlin" || vip)',
  'items.filter(i, i.price > 10).map(i, i.name).join(", ")',
  'size(name) > 2 ? name.trim() : "—"',
  'contact.id.contains("а") && message.text.startsWith("Я")',
  '{"a": [1, 2, 3], "b": {"c": null}}.b.c == null',
  'items.exists(i, i.tags.all(t, t != "x")) && !(n in [1, 2, 3])',
  'has(order.address.city) ? order.address.city : "?"',
  'string(n * 2 + 1 / 3 - 5 % 2)',
];
const TEXTS = [
  'Hello, {{ name }}! You are {{ age + 1 }}.',
  '{{ items.map(i, i.name).join(", ") }}',
  'Итого: {{ total }} ₽ {{ "}}" }}',
];
const ANSWERS = [
  ...[
    '42',
    '1 200,50',
    '-3.5',
    '12,345.67',
    'tomorrow',
    'завтра в 15:00',
    '21.11.2026',
    '2026-11-21T10:00',
    '5 марта',
    'next friday',
  ],
  ...[
    'ann@example.com',
    'anna.maria+tag@почта.рф',
    '+7 (900) 123-45-67',
    '0049 30 123456',
    'Yes',
    'да',
    '2',
    'option-b',
    'AB-1234',
  ],
];

const answering = (answer: object, locale: string) =>
  compileOf({
    ...base,
    locales: [locale],
    steps: [
      { id: 's', type: 'ask', prompt: 'p', answer, saveTo: 'x', attempts: 3 },
      { id: 'end', type: 'end', outcome: 'done' },
    ],
    flows: [
      { id: 'f1', from: 's', to: 'end' },
      { id: 'f2', from: 's', on: 'failed', to: 'end' },
    ],
    messages: { [locale]: { p: '?', a: 'Yes', b: 'Да, конечно' } },
  });
const base = {
  format: 1,
  id: 'fuzz',
  name: 'Fuzz',
  locales: ['en'],
  variables: {
    x: { type: 'any' },
    name: { type: 'text' },
    items: { type: 'list' },
    n: { type: 'number', default: 3 },
  },
  triggers: [{ id: 't', type: 'conversation', step: 's' }],
};
const SURROUNDINGS = { variables: { x: 'any', name: 'text', items: 'list', n: 'number' } } as const;
const KINDS = [
  { type: 'number', integer: true },
  { type: 'number', min: -5, max: 1_000 },
  ...[{ type: 'date' }, { type: 'datetime' }, { type: 'email' }, { type: 'phone' }, { type: 'text' }],
  { type: 'pattern', pattern: '[A-Z]{2}-\\d{4}' },
  {
    type: 'choice',
    options: [
      { id: 'a', label: 'a' },
      { id: 'b', label: 'b', synonyms: ['yes', 'ок'] },
    ],
  },
];

/** Every parser by name. */
export const parsers: Record<string, Parser> = {
  yaml: { corpus: templates, read: (text) => readScenario(parseScenario(text, 'yaml')) },
  json: {
    corpus: loaded.map((scenario) => JSON.stringify(scenario, null, 1)),
    read: (text) => readScenario(parseScenario(text, 'json')),
  },
  expression: {
    corpus: [...EXPRESSIONS, ...expressionFunctions.map(({ example }) => example)],
    read(text) {
      checkExpression(text, SURROUNDINGS);
      runWith({ id: 's', type: 'set', assign: [{ variable: 'x', value: text }] }, '{{ x }}');
    },
  },
  template: {
    corpus: TEXTS,
    read(text) {
      checkTemplate(text, SURROUNDINGS);
      runWith({ id: 's', type: 'set', assign: [{ variable: 'n', value: 'n + 1' }] }, text);
    },
  },
  answer: {
    corpus: ANSWERS,
    read(text) {
      for (const compiled of answerers()) {
        const simulation = createSimulation(compiled, {
          at: 1_795_000_000_000,
          locale: 'en',
          actions: () => ({ output: null }),
        });
        simulation.say(text);
      }
    },
  },
  pattern: {
    corpus: ['[A-Z]{2}-\\d{4}', '^(\\w+\\s?)+$', '(a|b)*c', '\\p{L}+', '[^@]+@[^@]+'],
    read(text) {
      const compiled = answering({ type: 'pattern', pattern: text }, 'en');
      if (!compiled) return;
      const simulation = createSimulation(compiled, { at: 0, locale: 'en', actions: () => ({ output: null }) });
      simulation.say('a'.repeat(40) + '!');
    },
  },
  duration: { corpus: ['1h30m', '25d', '1w 2d', '90s', 'P1DT2H'], read: (text) => void parseDuration(text) },
};

let known: NonNullable<ReturnType<typeof compileOf>>[] | undefined;

function answerers() {
  known ??= ['en', 'ru'].flatMap((locale) =>
    KINDS.map((kind) => {
      const compiled = answering(kind, locale);
      if (!compiled) throw new Error(`the scenario that asks for ${kind.type} does not compile`);
      return compiled;
    }),
  );
  return known;
}

function readScenario(loading: Loading): void {
  if (!loading.ok) return;
  const { scenario } = loading;
  lint(scenario);
  formatScenario(scenario, 'yaml');
  diff(loaded[0] as Scenario, scenario);
  const compilation = compileScenario(scenario);
  if (!compilation.ok) return;
  const simulation = createSimulation(compilation.compiled, {
    at: 0,
    locale: 'en',
    actions: () => ({ output: null }),
  });
  for (const text of ['Ann', '42', 'yes']) simulation.say(text);
}

function runWith(step: object, text: string): void {
  const compiled = compileOf({
    ...base,
    steps: [step, { id: 'm', type: 'message', text: 'm' }, { id: 'end', type: 'end', outcome: 'done' }],
    flows: [
      { id: 'f1', from: 's', to: 'm' },
      { id: 'f2', from: 'm', to: 'end' },
    ],
    messages: { en: { m: text } },
  });
  if (compiled)
    createSimulation(compiled, {
      at: 0,
      locale: 'en',
      values: {
        name: 'Ann',
        items: [
          { name: 'a', price: 12, tags: ['x'] },
          { name: 'b', price: 3, tags: [] },
        ],
      },
      actions: () => ({ output: null }),
    });
}

function compileOf(document: object) {
  const parsed = Scenario.safeParse(document);
  if (!parsed.success) return null;
  const compilation = compileScenario(parsed.data);
  return compilation.ok ? compilation.compiled : null;
}
