import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { act, commandOf } from '../commands/random-commands.fixture.ts';
import { changeVariable, copySteps, createDocumentStore, indexOf, paste, renameStep, writeText } from '../index.ts';
import { loaded, sampleScenario } from '../sample.fixture.ts';

const empty = () =>
  createDocumentStore(
    loaded({
      format: 1,
      id: 'empty',
      name: 'Empty',
      locales: ['ru', 'de'],
      triggers: [],
      steps: [{ id: 'bye', type: 'end' }],
      flows: [],
    }),
  );
const copied = (...ids: string[]): string => copySteps(indexOf(sampleScenario()), ids) ?? '';

describe('pasting', () => {
  test('brings steps, inner flows, texts in the languages there are, and variables', () => {
    const store = empty();
    const outcome = store.execute(paste({ text: copied('ask-age', 'adult', 'bye', 'say-name'), at: { x: 10, y: 20 } }));
    expect(outcome).toMatchObject({
      ok: true,
      value: { steps: ['ask-age', 'adult', 'say-name', 'bye-2'], renamed: { steps: { bye: 'bye-2' } } },
    });
    const { flows, messages, variables, layout, locales } = store.get();
    expect(flows.map(({ id, to }) => `${id} ${to}`)).toEqual([
      'f2 adult',
      'f3 bye-2',
      'f5 say-name',
      'f6 bye-2',
      'f11 bye-2',
    ]);
    expect(messages).toEqual({ ru: { age: 'Ваш возраст?', name: '{{ name }}: ещё {{ age }}' } });
    expect(Object.keys(variables)).toEqual(['name', 'age']);
    expect([layout?.['ask-age'], locales]).toEqual([{ x: 10, y: 20 }, ['ru', 'de']]);
  });

  test('shares texts and variables that are the same', () => {
    const store = createDocumentStore(sampleScenario());
    store.execute(paste({ text: copied('ask-age') }));
    const { variables, messages, steps } = store.get();
    expect([variables, messages]).toEqual([sampleScenario().variables, sampleScenario().messages]);
    expect(steps.at(-1)).toMatchObject({ id: 'ask-age-2', prompt: 'age', saveTo: 'age' });
  });

  test('calls variables and texts otherwise that clash, wherever they are named', () => {
    const store = createDocumentStore(sampleScenario());
    store.execute(changeVariable({ name: 'age', change: { type: 'text', default: undefined } }));
    store.execute(writeText({ locale: 'en', id: 'age', text: 'Another' }));
    const outcome = store.execute(paste({ text: copied('ask-age', 'adult', 'say-name') }));
    expect(outcome).toMatchObject({
      ok: true,
      value: { renamed: { variables: { age: 'age_2' }, messages: { age: 'age-2', name: 'name-2' } } },
    });
    const { steps, flows, messages } = store.get();
    expect(steps.find(({ id }) => id === 'ask-age-2')).toMatchObject({ prompt: 'age-2', saveTo: 'age_2' });
    expect(flows.at(-1)).toMatchObject({ from: 'adult-2', when: 'age_2 >= 12' });
    expect(messages['ru']).toMatchObject({
      age: 'Ваш возраст?',
      'age-2': 'Ваш возраст?',
      'name-2': '{{ name }}: ещё {{ age_2 }}',
    });
  });

  test('makes what the steps name and the clipboard lacks, and tells of it', () => {
    const bare = JSON.parse(copied('ask-age', 'greet')) as { scenario: Record<string, unknown> };
    bare.scenario['messages'] = {};
    bare.scenario['variables'] = {};
    const store = empty();
    expect(store.execute(paste({ text: JSON.stringify(bare) }))).toMatchObject({
      ok: true,
      value: { missing: { variables: ['age'], messages: ['hello', 'age'] } },
    });
    expect([store.get().variables['age'], store.get().messages]).toEqual([
      { type: 'any', scope: 'run' },
      { ru: { hello: '', age: '' } },
    ]);
    const there = createDocumentStore(sampleScenario());
    expect(there.execute(paste({ text: JSON.stringify(bare) }))).toMatchObject({
      ok: true,
      value: { missing: { variables: [], messages: [] } },
    });
    expect([there.get().variables, there.get().messages]).toEqual([
      sampleScenario().variables,
      sampleScenario().messages,
    ]);
  });

  test('keeps the names of scenarios and actions that are not here', () => {
    const store = empty();
    store.execute(paste({ text: copied('sub') }));
    expect(store.get().steps.at(-1)).toMatchObject({ type: 'call', scenario: 'other' });
  });
});

describe('a text that is no steps is refused and changes nothing', () => {
  const envelope = (scenario: unknown, version: unknown = 1): string =>
    JSON.stringify({ scenarium: 'steps', version, scenario });
  const whole = JSON.parse(copied('greet')) as { scenario: Record<string, unknown> };
  const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

  test.each([
    ['clipboard_foreign', ''],
    ['clipboard_foreign', 'hello {{ world }}'],
    ['clipboard_foreign', 'null'],
    ['clipboard_foreign', '[]'],
    ['clipboard_foreign', '{"scenarium":"steps"}'],
    ['clipboard_newer', envelope(whole.scenario, 2)],
    ['clipboard_broken', envelope(undefined)],
    ['clipboard_broken', envelope({ ...whole.scenario, steps: [] })],
    ['clipboard_broken', envelope({ ...whole.scenario, flows: [{ id: 'f', from: 'greet', to: 'nobody' }] })],
    ['clipboard_broken', envelope({ ...whole.scenario, steps: [{ id: 'x', type: 'evil' }] })],
    ['clipboard_broken', envelope(whole.scenario).replace('"layout":{', '"layout":{"__proto__":{"x":1,"y":1},')],
    ['clipboard_broken', envelope(whole.scenario).replace('"layout":', `"deep":${nested(2_000)},"layout":`)],
    ['clipboard_broken', envelope({ ...whole.scenario, messages: 'x' })],
    ['clipboard_too_large', ' '.repeat(5_000_001)],
  ])('%s: %.60s', (code, text) => {
    const store = empty();
    const before = store.get();
    expect(store.execute(paste({ text }))).toMatchObject({ ok: false, problem: { code } });
    expect([store.get() === before, store.canUndo(), Object.prototype]).toEqual([true, false, {}]);
  });

  test('whatever it is', () => {
    const near = fc.tuple(fc.nat(), fc.string({ maxLength: 5 })).map(([at, junk]) => {
      const text = copied('ask-age', 'pick', 'greet');
      return text.slice(0, at % text.length) + junk + text.slice((at % text.length) + 1);
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          near,
          fc.json().map((json) => envelope(JSON.parse(json))),
        ),
        (text) => {
          const store = empty();
          const before = store.get();
          const outcome = store.execute(paste({ text }));
          if (outcome.ok) loaded(store.get());
          else expect(store.get()).toBe(before);
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('any steps of any scenario go into any other, which stays as it was beside them', () => {
  const made = fc.array(act, { maxLength: 15 }).map((all) => {
    const store = createDocumentStore(sampleScenario(), () => 0);
    for (const one of all) store.execute(commandOf(one, store.get()));
    return store.get();
  });
  fc.assert(
    fc.property(made, made, fc.infiniteStream(fc.boolean()), (source, target, coin) => {
      const ids = source.steps.map(({ id }) => id).filter(() => coin.next().value);
      const text = copySteps(indexOf(source), ids);
      fc.pre(text !== undefined);
      const store = createDocumentStore(target);
      const outcome = store.execute(paste({ text: text ?? '' }));
      if (!outcome.ok) return expect(outcome.problem.code).toBe('variable_captured');
      const after = loaded(JSON.parse(JSON.stringify(store.get())));
      expect(after.steps.slice(0, target.steps.length)).toEqual(target.steps);
      expect(after.steps.slice(target.steps.length).map(({ id, type }) => [id, type])).toEqual(
        source.steps.filter(({ id }) => ids.includes(id)).map(({ type }, i) => [outcome.value.steps[i], type]),
      );
      expect(after.flows).toHaveLength(
        target.flows.length + source.flows.filter(({ from, to }) => ids.includes(from) && ids.includes(to)).length,
      );
      for (const locale of target.locales)
        expect(after.messages[locale] ?? {}).toMatchObject(target.messages[locale] ?? {});
      expect(outcome.value.missing).toEqual({ variables: [], messages: [] });
      store.undo();
      expect(store.get()).toBe(target);
    }),
    { numRuns: 120 },
  );
});

test('what is copied in the middle of a transaction is what is there', () => {
  const store = createDocumentStore(sampleScenario());
  store.transaction('document.refine', () => {
    store.execute(renameStep({ step: 'bye', name: 'Fresh' }));
    return store.execute(paste({ text: copySteps(store.index, ['bye']) ?? '' }));
  });
  expect(store.get().steps.at(-1)).toMatchObject({ id: 'bye-2', name: 'Fresh' });
});
