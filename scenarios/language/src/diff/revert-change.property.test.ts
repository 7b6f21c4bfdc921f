import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diff, loadScenario, revertChange, type Scenario } from '../index.ts';

const STEPS = ['a', 'b', 'c', 'd', 'e'];
const layout = fc.dictionary(fc.constantFrom(...STEPS), fc.record({ x: fc.nat(3), y: fc.nat(3) }));

/** Scenarios over the same few ids, so that any two of them share, lack and change things. */
const scenarios: fc.Arbitrary<Scenario> = fc
  .record({
    name: fc.constantFrom('One', 'Two'),
    description: fc.option(fc.constantFrom('x', 'y'), { nil: undefined }),
    ids: fc.shuffledSubarray(STEPS, { minLength: 1 }),
    attempts: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 5, maxLength: 5 }),
    kinds: fc.array(fc.constantFrom('ask', 'message', 'end'), { minLength: 5, maxLength: 5 }),
    flows: fc.uniqueArray(
      fc.record({ id: fc.constantFrom('f1', 'f2', 'f3', 'f4', 'f5'), from: fc.nat(9), to: fc.nat(9) }),
      { selector: ({ id }) => id },
    ),
    triggers: fc.shuffledSubarray(['t1', 't2', 't3']),
    variables: fc.dictionary(
      fc.constantFrom('u', 'v', 'w'),
      fc.record({ type: fc.constantFrom('text', 'any'), scope: fc.constantFrom('run', 'contact') }),
    ),
    texts: fc.dictionary(fc.constantFrom('m', 'n', 'o'), fc.constantFrom('Hello', 'Bye', ['a', 'b'])),
    layout: fc.option(layout, { nil: undefined }),
    notes: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('n1', 'n2', 'n3'),
        text: fc.constantFrom('x', 'y'),
        x: fc.nat(2),
        y: fc.nat(2),
        width: fc.constant(200),
        height: fc.constant(120),
        color: fc.constantFrom('yellow', 'green'),
      }),
      { selector: ({ id }) => id },
    ),
  })
  .map(({ ids, attempts, kinds, flows, triggers, variables, texts, ...head }) => {
    const pick = (n: number): string => ids[n % ids.length] as string;
    const steps = ids.map((id) => {
      const n = STEPS.indexOf(id);
      if (kinds[n] === 'ask') return { id, type: 'ask', prompt: 'm', answer: { type: 'text' }, attempts: attempts[n] };
      return kinds[n] === 'message'
        ? { id, type: 'message', text: 'm', buttons: [], attachments: [] }
        : { id, type: 'end' };
    });
    return {
      ...JSON.parse(JSON.stringify({ ...head, locales: ['en'], format: 1, id: 'x', timezone: 'UTC' })),
      steps,
      flows: flows.map(({ id, from, to }) => ({ id, from: pick(from), to: pick(to), on: 'next' })),
      triggers: triggers.map((id, n) => ({ id, type: 'command', command: id, step: pick(n) })),
      variables,
      messages: { en: { m: 'M', ...texts } },
      limits: { stepsPerTurn: 200 },
    } as Scenario;
  });

describe('reverting changes', () => {
  it('given all of them, in any order, then nothing is different from the old version', () => {
    fc.assert(
      fc.property(scenarios, scenarios, fc.infiniteStream(fc.nat(1_000)), (before, after, random) => {
        const changes = diff(before, after)
          .map((change) => ({ change, place: random.next().value as number }))
          .sort((a, b) => a.place - b.place);
        const reverted = changes.reduce((current, { change }) => revertChange(before, current, change), after);
        expect(diff(before, reverted)).toEqual([]);
        expect(reverted.flows).toEqual(before.flows);
        expect(reverted.messages).toEqual(before.messages);
      }),
      { numRuns: 500 },
    );
  });

  it('given one change of a field, then it alone is gone and the rest stays', () => {
    fc.assert(
      fc.property(scenarios, scenarios, (before, after) => {
        const changes = diff(before, after);
        for (const change of changes.filter(({ kind, what }) => kind === 'changed' && what !== 'order')) {
          const left = diff(before, revertChange(before, after, change));
          expect(left).toEqual(changes.filter((other) => other !== change));
        }
      }),
    );
  });

  it('never changes what it is given', () => {
    fc.assert(
      fc.property(scenarios, scenarios, (before, after) => {
        const kept = JSON.stringify([before, after]);
        for (const change of diff(before, after)) revertChange(before, after, change);
        expect(JSON.stringify([before, after])).toBe(kept);
      }),
    );
  });
});

const document = {
  format: 1,
  id: 'shop',
  name: 'Shop',
  locales: ['en'],
  variables: {},
  triggers: [{ id: 't', type: 'conversation', step: 'ask' }],
  steps: [
    { id: 'ask', type: 'ask', prompt: 'ask' },
    { id: 'thanks', type: 'message', text: 'thanks' },
    { id: 'end', type: 'end' },
  ],
  flows: [
    { id: 'f1', from: 'ask', to: 'thanks' },
    { id: 'f2', from: 'thanks', to: 'end' },
  ],
  messages: { en: { ask: 'What?', thanks: 'Thanks' } },
};

function load(input: unknown): Scenario {
  const loaded = loadScenario(input);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.scenario;
}

describe('reverting a removed step', () => {
  it('brings its flows and texts back, so that the scenario is valid', () => {
    const before = load(document);
    const [ask, , end] = document.steps;
    const after = load({
      ...document,
      steps: [ask, end],
      flows: [{ id: 'f1', from: 'ask', to: 'end' }],
      messages: { en: { ask: 'What?' } },
    });
    const removed = diff(before, after).find(({ kind, what }) => kind === 'removed' && what === 'step');
    const reverted = revertChange(before, after, removed as NonNullable<typeof removed>);
    expect(load(reverted).steps.map(({ id }) => id)).toEqual(['ask', 'thanks', 'end']);
    expect(reverted.flows.map(({ id }) => id)).toEqual(['f1', 'f2']);
    expect(reverted.messages['en']).toEqual(document.messages.en);
  });
});
