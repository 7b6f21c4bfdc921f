import { describe, expect, it } from 'vitest';
import { loadScenario, stepChanges, type Scenario } from '../index.ts';

const base = {
  format: 1,
  id: 'x',
  name: 'X',
  locales: ['en', 'ru'],
  variables: {},
  triggers: [{ id: 't', type: 'conversation', step: 'a' }],
  steps: [
    { id: 'a', type: 'ask', prompt: 'm' },
    { id: 'b', type: 'message', text: 'n' },
    { id: 'end', type: 'end' },
  ],
  flows: [
    { id: 'f1', from: 'a', to: 'b' },
    { id: 'f2', from: 'b', to: 'end' },
  ],
  messages: { en: { m: 'M', n: 'N' }, ru: { m: 'М', n: 'Н' } },
};
const [a, b, end] = base.steps;

function load(input: unknown): Scenario {
  const loaded = loadScenario(input);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.scenario;
}

const cases: [string, object, object][] = [
  ['names and the order of steps', { steps: [end, { ...b, name: 'Named' }, a] }, {}],
  ['ids of flows', { flows: base.flows.map((flow) => ({ ...flow, id: `${flow.id}x` })) }, {}],
  ['a field of a step', { steps: [{ ...a, attempts: 5 }, b, end] }, { a: ['config'] }],
  ['a text in one language', { messages: { ...base.messages, ru: { m: 'Мы', n: 'Н' } } }, { a: ['texts'] }],
  ['where a flow leads', { flows: [{ id: 'f1', from: 'a', to: 'end' }, base.flows[1]] }, { a: ['exits'] }],
  ['another exit', { flows: [...base.flows, { id: 'f3', from: 'a', on: 'failed', to: 'end' }] }, { a: ['exits'] }],
];

describe('what became of steps', () => {
  it.for(cases)('%s', ([, change, expected]) => {
    const found = stepChanges(load(base), load({ ...base, ...change }));
    expect(Object.fromEntries([...found].map(([step, { parts }]) => [step, parts]))).toEqual(expected);
  });

  it('given a step that is gone, then it is removed, and who led to it is changed', () => {
    const after = load({ ...base, steps: [a, end], flows: [{ id: 'f1', from: 'a', to: 'end' }] });
    expect([...stepChanges(load(base), after)]).toEqual([
      ['a', { change: 'changed', parts: ['exits'] }],
      ['b', { change: 'removed', parts: [] }],
    ]);
  });
});
