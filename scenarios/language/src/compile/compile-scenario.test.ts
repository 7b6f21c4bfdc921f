import { describe, expect, it } from 'vitest';
import { Scenario, type ScenarioInput } from '../document/scenario.ts';
import { compileScenario } from './compile-scenario.ts';
import { ExpressionError, type CompiledScenario } from './compiled-scenario.ts';

const document = {
  format: 1,
  id: 'orders',
  name: 'Orders',
  locales: ['en', 'ru'],
  timezone: 'Europe/Moscow',
  variables: { name: { type: 'text' }, age: { type: 'number' }, count: { type: 'number' } },
  triggers: [
    { type: 'conversation', id: 'talk', step: 'hello' },
    { type: 'command', command: 'status', id: 'status', step: 'code' },
    { type: 'event', event: 'order.paid', id: 'paid', step: 'bye' },
  ],
  steps: [
    { id: 'hello', type: 'message', text: 'hello', attachments: [{ url: 'https://example.com/{{ name }}.png' }] },
    { id: 'code', type: 'ask', prompt: 'code', answer: { type: 'pattern', pattern: '[A-Z]{2}\\d+' } },
    { id: 'adult', type: 'condition' },
    {
      id: 'call',
      type: 'action',
      action: 'http.request',
      input: { body: { age: '{{ age }}', tags: ['a', '{{ name }}'] } },
    },
    { id: 'bye', type: 'end' },
  ],
  flows: [
    { id: 'f1', from: 'hello', to: 'code' },
    { id: 'f2', from: 'code', to: 'adult' },
    { id: 'f3', from: 'adult', to: 'call', when: 'age >= 18' },
    { id: 'f4', from: 'adult', to: 'hello', when: 'age >= 16' },
    { id: 'f5', from: 'adult', to: 'bye', on: 'else' },
  ],
  messages: {
    en: {
      hello: 'Hello {{ name }}!',
      code: ['Code?', 'Your code?'],
      items: { plural: 'count', forms: { one: '{{ count }} order', other: '{{ count }} orders' } },
      today: '{{ formatDate("2026-11-21T22:30:00Z") }}',
      rare: 'Only English',
    },
    ru: {
      hello: 'Привет, {{ name }}!',
      code: 'Код?',
      items: {
        plural: 'count',
        forms: { one: '{{ count }} заказ', few: '{{ count }} заказа', other: '{{ count }} заказов' },
      },
      today: '{{ formatDate("2026-11-21T22:30:00Z") }}',
    },
  },
} satisfies ScenarioInput;

function compile(input: ScenarioInput = document, callees: Record<string, CompiledScenario> = {}): CompiledScenario {
  const compilation = compileScenario(Scenario.parse(input), callees);
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems));
  return compilation.compiled;
}

const bindings = { name: 'Anna', age: 20, count: 2 };

describe('a compiled scenario', () => {
  const compiled = compile();

  it('finds steps, flows and entries', () => {
    expect(compiled.step('code')?.type).toBe('ask');
    expect(compiled.step('toString')).toBeUndefined();
    expect(compiled.flows('adult', 'next').map(({ id }) => id)).toEqual(['f3', 'f4']);
    expect(compiled.flows('adult', 'else').map(({ id }) => id)).toEqual(['f5']);
    expect(compiled.flows('adult', 'error')).toEqual([]);
    expect(compiled.flows('constructor', 'next')).toEqual([]);
    expect(compiled.entry('conversation')).toBe('hello');
    expect(compiled.entry('command', 'status')).toBe('code');
    expect(compiled.entry('command', 'other')).toBeUndefined();
    expect(compiled.entry('event', 'order.paid')).toBe('bye');
    expect(compiled.entry('internal')).toBeUndefined();
  });

  it('evaluates the expressions of its document, and no others', () => {
    expect(compiled.evaluate('age >= 18', bindings)).toBe(true);
    expect(() => compiled.evaluate('1 + 1', bindings)).toThrow(ExpressionError);
    expect(() => compiled.render('{{ 1 }}', bindings)).toThrow('not part of the scenario');
  });

  it('fills in templates in any JSON, keeping the kind of one that stands alone', () => {
    const step = compiled.step('call');
    const input = step?.type === 'action' ? step.input : {};
    expect(compiled.render(input, bindings)).toEqual({ body: { age: 20, tags: ['a', 'Anna'] } });
  });

  it('matches the whole trimmed answer', () => {
    expect(compiled.matches('[A-Z]{2}\\d+', ' AB12 ')).toBe(true);
    expect(compiled.matches('[A-Z]{2}\\d+', 'xAB12')).toBe(false);
  });

  it('knows the scenarios it calls', () => {
    expect(compile(document, { other: compiled }).callee('other')).toBe(compiled);
    expect(compiled.callee('toString')).toBeUndefined();
  });

  it.each([
    ['hello', 'en', 'Hello Anna!', 'en', false],
    ['hello', 'ru-RU', 'Привет, Anna!', 'ru', false],
    ['hello', 'de', 'Hello Anna!', 'en', false],
    ['items', 'ru', '2 заказа', 'ru', false],
    ['items', 'en', '2 orders', 'en', false],
    ['rare', 'ru', 'Only English', 'en', true],
    ['none', 'ru', '', 'ru', true],
    ['constructor', 'en', '', 'en', true],
  ])('says %s in %s: %s', (message, requested, text, locale, missing) => {
    expect(compiled.text(message, requested, 1, bindings)).toEqual({ text, locale, missing });
  });

  it('says dates in the run’s language and the scenario’s time zone', () => {
    expect(compiled.text('today', 'en', 1, { locale: 'en' }).text).toMatch(/^November 22, 2026/);
    expect(compiled.text('today', 'ru', 1, { locale: 'ru' }).text).toMatch(/^22 ноября 2026/);
  });

  it('chooses each variant for some seed', () => {
    const said = new Set(Array.from({ length: 50 }, (_, seed) => compiled.text('code', 'en', seed, bindings).text));
    expect([...said].sort()).toEqual(['Code?', 'Your code?']);
  });

  it('says what of a plural is no number', () => {
    expect(() => compiled.text('items', 'ru', 1, { count: 'two' })).toThrow('a plural needs a number');
  });
});

describe('a scenario with mistakes', () => {
  it('is refused with every mistake and its place, in both languages', () => {
    const compilation = compileScenario(
      Scenario.parse({
        ...document,
        steps: [
          { id: 'hello', type: 'set', assign: [{ variable: 'age', value: '1 +' }] },
          { id: 'code', type: 'ask', prompt: 'code', answer: { type: 'pattern', pattern: '(' } },
          { id: 'call', type: 'action', action: 'http.request', input: { a: ['{{ x.matches("y") }}'] } },
        ],
        flows: [{ id: 'f1', from: 'hello', to: 'code', when: 'uper(name)' }],
        messages: { en: { hello: 'Hi {{ name' } },
      }),
    );
    expect(compilation).toMatchObject({
      ok: false,
      problems: [
        {
          code: 'expression_invalid',
          severity: 'error',
          place: { path: ['steps', 0, 'assign', 0, 'value'], step: 'hello' },
        },
        { code: 'expression_invalid', place: { path: ['steps', 1, 'answer', 'pattern'], step: 'code' } },
        { code: 'expression_refused', place: { path: ['steps', 2, 'input', 'a', 0], step: 'call' } },
        { code: 'expression_invalid', place: { path: ['flows', 0, 'when'], step: 'hello' } },
        { code: 'expression_invalid', place: { path: ['messages', 'en', 'hello'] } },
      ],
    });
    if (compilation.ok) throw new Error('it compiled');
    for (const { message, hint } of compilation.problems) expect(`${message.ru}${hint.ru}`).toMatch(/[а-я]/);
  });
});
