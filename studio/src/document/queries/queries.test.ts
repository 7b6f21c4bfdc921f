import { describe, expect, test } from 'vitest';
import {
  configureStep,
  createDocumentStore,
  downstream,
  find,
  indexOf,
  neighbours,
  renameVariable,
  stepExits,
  stepsUsing,
  upstream,
  whereUsed,
} from '../index.ts';
import { sampleScenario } from '../sample.fixture.ts';

const index = indexOf(sampleScenario());

describe('where a variable is used', () => {
  test('names the place of every reading and writing', () => {
    const places = whereUsed(index, 'orders').map(({ owner, access, path }) => [owner.kind, access, path]);
    expect(places).toEqual([
      ['step', 'read', ['from']],
      ['step', 'write', ['saveTo']],
    ]);
    expect(whereUsed(index, 'tariff')).toEqual([]);
  });

  test('follows every edit', () => {
    const store = createDocumentStore(sampleScenario());
    expect(stepsUsing(store.index, 'age')).toEqual({ reading: ['count', 'adult', 'say-name'], writing: ['ask-age'] });
    store.execute(configureStep({ step: 'count', path: ['from'], value: '[]' }));
    store.execute(renameVariable({ name: 'age', to: 'years' }));
    expect(whereUsed(store.index, 'age')).toEqual([]);
    expect(new Set(stepsUsing(store.index, 'years').reading)).toEqual(new Set(['adult', 'say-name']));
    store.undo();
    store.undo();
    expect(new Set(stepsUsing(store.index, 'age').reading)).toEqual(new Set(['count', 'adult', 'say-name']));
  });
});

describe('finding', () => {
  test.each([
    ['ASK-AGE', { kind: 'step', id: 'ask-age' }, ['ask-age']],
    ['how OLD', { kind: 'step', id: 'ask-age' }, ['ask-age']],
    ['ваш ВОЗРАСТ', { kind: 'text', locale: 'ru', id: 'age' }, ['ask-age']],
    ['еще', { kind: 'text', locale: 'ru', id: 'name' }, ['say-name']],
    ['>= 18', { kind: 'flow', id: 'f4' }, ['adult']],
    ['tariff', { kind: 'variable', id: 'tariff' }, []],
  ])('“%s”', (wanted, place, steps) => {
    expect(find(index, wanted)[0]).toMatchObject({ in: place, steps });
  });

  test('nothing finds nothing, and no more than wanted comes', () => {
    expect([find(index, '  '), find(index, 'nowhere'), find(index, 'a', 3).length]).toEqual([[], [], 3]);
  });
});

test('walking up and down', () => {
  expect(downstream(index, 'pick')).toEqual(['count', 'say-name', 'sub', 'bye']);
  expect(upstream(index, 'pick')).toEqual(['adult', 'ask-age', 'greet']);
  expect(neighbours(index, 'adult')).toEqual({ before: ['ask-age'], after: ['pick', 'say-name', 'bye'] });
});

test('exits that lead nowhere', () => {
  const exits = stepExits(index, 'pick').map(({ name, flows, isMissing }) => [name, flows.length, isMissing]);
  expect(exits).toEqual([
    ['next', 0, false],
    ['option:yes', 1, false],
    ['option:no', 1, false],
    ['failed', 0, true],
  ]);
});
