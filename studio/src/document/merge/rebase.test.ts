import type { Scenario } from '@scenarium/language';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { act, commandOf } from '../commands/random-commands.fixture.ts';
import {
  addNote,
  addStep,
  addVariable,
  changeFlow,
  changeNote,
  changeSettings,
  changeStepType,
  changeVariable,
  configureStep,
  connect,
  createDocumentStore,
  moveNotes,
  moveSteps,
  rebase,
  removeFlows,
  removeSteps,
  removeText,
  renameStep,
  renameVariable,
  reorderFlows,
  rewrite,
  writeText,
  type Command,
} from '../index.ts';
import { loaded, sampleScenario } from '../sample.fixture.ts';

const base = sampleScenario();

function made(...commands: Command<unknown>[]): Scenario {
  const store = createDocumentStore(base);
  for (const command of commands) expect(store.execute(command)).toMatchObject({ ok: true });
  return store.get();
}

function merged(mine: Scenario, theirs: Scenario) {
  const result = rebase({ base, mine, theirs });
  loaded(result.scenario);
  return result;
}

/** Changes that have nothing to do with each other. */
const apart: [string, Command<unknown>[]][] = [
  [
    'two fields of a step',
    [configureStep({ step: 'ask-age', path: ['attempts'], value: 5 }), renameStep({ step: 'greet', name: 'Hi' })],
  ],
  ['the bound of an answer', [configureStep({ step: 'ask-age', path: ['answer', 'max'], value: 99 })]],
  ['an option', [configureStep({ step: 'pick', path: ['answer', 'options', 0, 'synonyms'], value: ['ok'] })]],
  ['another option', [configureStep({ step: 'pick', path: ['answer', 'options', 1, 'value'], value: 0 })]],
  ['what a note says', [changeNote({ note: 'why', change: { text: 'Asked' } })]],
  ['where a note lies', [moveNotes({ positions: { why: { x: 7, y: 7 } } })]],
  ['another note', [addNote({ id: 'todo', at: { x: 0, y: 0 } })]],
  ['a text in English', [writeText({ locale: 'en', id: 'pick', text: 'Choose' })]],
  ['a text in Russian', [writeText({ locale: 'ru', id: 'pick', text: 'Выбор' })]],
  [
    'a new step and a flow',
    [addStep({ step: { type: 'message', id: 'alpha' }, at: { x: 1, y: 1 }, after: { from: 'count', on: 'error' } })],
  ],
  [
    'another new step',
    [addStep({ step: { type: 'message', id: 'beta' } }), moveSteps({ positions: { beta: { x: 3, y: 3 } } })],
  ],
  ['a condition', [changeFlow({ flow: 'f5', when: 'age > 13' })]],
  ['an order', [reorderFlows({ step: 'adult', flows: ['f6', 'f5', 'f4'] })]],
  [
    'a variable',
    [
      changeVariable({ name: 'orders', change: { description: 'All' } }),
      addVariable({ name: 'city', variable: { type: 'text' } }),
    ],
  ],
  [
    'the settings',
    [
      changeSettings({ field: 'name', value: 'Other' }),
      changeSettings({ field: 'limits', value: { stepsPerTurn: 50 } }),
    ],
  ],
  ['removed things', [removeFlows({ flows: ['f11'] }), removeText({ id: 'unused' })]],
];
const pairs = apart.flatMap(([a, mine], i) => apart.slice(i + 1).map(([b, theirs]) => [a, b, mine, theirs] as const));

test.each(pairs)('%s and %s go together, whoever is called mine', (_, __, first, second) => {
  const [mine, theirs, both] = [made(...first), made(...second), made(...first, ...second)];
  const result = merged(mine, theirs);
  expect(result.conflicts).toEqual([]);
  expect(merged(theirs, mine).scenario).toEqual(result.scenario);
  const ordered = ({ steps, flows, ...rest }: Scenario) => ({ ...rest, steps: byId(steps), flows: byId(flows) });
  const ids = ({ flows }: Scenario) => flows.map(({ id }) => id).filter((id) => id !== 'f12');
  expect(ordered(result.scenario)).toEqual(ordered(both));
  expect(ids(result.scenario)).toEqual(ids(both));
});

const byId = <T extends { id: string }>(items: readonly T[]): T[] => items.toSorted((a, b) => (a.id < b.id ? -1 : 1));

describe('what does not go together is told of', () => {
  test('both changed one field: mine stays', () => {
    const { scenario, conflicts } = merged(
      made(renameStep({ step: 'greet', name: 'A' })),
      made(renameStep({ step: 'greet', name: 'B' })),
    );
    expect(conflicts).toEqual([
      {
        reason: 'both-changed',
        path: ['steps', 'greet', 'name'],
        kept: 'mine',
        base: undefined,
        mine: 'A',
        theirs: 'B',
      },
    ]);
    expect(scenario.steps[0]?.name).toBe('A');
  });

  test.each([true, false])('a change wins over a removal (mine removes: %s)', (isMine) => {
    const sides = [
      made(removeSteps({ steps: ['count'] })),
      made(configureStep({ step: 'count', path: ['from'], value: 'orders' })),
    ] as const;
    const { scenario, conflicts } = isMine ? merged(sides[0], sides[1]) : merged(sides[1], sides[0]);
    expect(conflicts).toMatchObject([
      { reason: 'removed-and-changed', path: ['steps', 'count'], kept: isMine ? 'theirs' : 'mine' },
    ]);
    expect(scenario.steps.find(({ id }) => id === 'count')).toMatchObject({ from: 'orders' });
  });

  test.each(['mine', 'theirs'])('a step removed by one that the other leads to comes back (removed by %s)', (side) => {
    const sides = [
      made(removeSteps({ steps: ['sub'] })),
      made(connect({ from: 'pick', on: 'failed', to: 'sub' })),
    ] as const;
    const { scenario, conflicts } = side === 'mine' ? merged(...sides) : merged(sides[1], sides[0]);
    expect(conflicts).toMatchObject([{ reason: 'needed', path: ['steps', 'sub'] }]);
    expect(scenario.flows.find(({ to }) => to === 'sub')).toMatchObject({ from: 'pick' });
  });

  test('a variable renamed by one and written by the other comes back', () => {
    const { scenario, conflicts } = merged(
      made(renameVariable({ name: 'name', to: 'who' })),
      made(configureStep({ step: 'pick', path: ['saveTo'], value: 'name' })),
    );
    expect(conflicts).toMatchObject([{ reason: 'needed', path: ['variables', 'name'] }]);
    expect(Object.keys(scenario.variables)).toContain('who');
  });

  test('a text removed by one and said by the other comes back in every language', () => {
    const { scenario, conflicts } = merged(
      made(removeText({ id: 'unused' })),
      made(configureStep({ step: 'greet', path: ['text'], value: 'unused' })),
    );
    expect(conflicts).toMatchObject([{ reason: 'needed', path: ['messages', 'unused'] }]);
    expect(scenario.messages['en']?.['unused']).toBe(base.messages['en']?.['unused']);
  });

  test('both drew a flow from one exit', () => {
    const mine = made(connect({ from: 'count', on: 'error', to: 'bye' }));
    const theirs = made(
      addStep({ step: { type: 'end', id: 'lost' } }),
      connect({ from: 'count', on: 'error', to: 'lost' }),
    );
    const { scenario, conflicts } = merged(mine, theirs);
    expect(conflicts).toMatchObject([{ reason: 'same-exit', mine: { to: 'bye' }, theirs: { to: 'lost' } }]);
    expect(scenario.flows.filter(({ from, on }) => from === 'count' && on === 'error')).toHaveLength(1);
  });

  test('another type by one, a field by the other', () => {
    const mine = made(changeStepType({ step: 'greet', type: 'ask' }));
    const { scenario, conflicts } = merged(
      mine,
      made(configureStep({ step: 'greet', path: ['buttons'], value: [{ id: 'b', label: 'yes' }] })),
    );
    expect(conflicts).toMatchObject([{ reason: 'both-changed', path: ['steps', 'greet'], kept: 'mine' }]);
    expect(scenario).toEqual(mine);
  });

  test('two orders of one list', () => {
    const order = (...flows: string[]) => made(reorderFlows({ step: 'adult', flows }));
    const { scenario, conflicts } = merged(order('f5', 'f4', 'f6'), order('f6', 'f4', 'f5'));
    expect(conflicts).toMatchObject([{ reason: 'order', path: ['flows'], kept: 'mine' }]);
    expect(scenario.flows.filter(({ from }) => from === 'adult').map(({ id }) => id)).toEqual(['f5', 'f4', 'f6']);
  });
});

test('two new steps of one id are two steps', () => {
  const add = (text: string, from: string, on: string) =>
    made(
      addStep({
        step: { type: 'message', id: 'extra', text: 'extra' },
        texts: { en: { extra: text } },
        after: { from, on },
      }),
    );
  const { scenario, conflicts, renamed } = merged(add('Mine', 'count', 'error'), add('Theirs', 'sub', 'error'));
  expect(conflicts).toEqual([]);
  expect(renamed).toEqual({
    notes: {},
    steps: { extra: 'extra-2' },
    flows: { f12: 'f12-2' },
    messages: { extra: 'extra-2' },
  });
  expect(scenario.messages['en']).toMatchObject({ extra: 'Mine', 'extra-2': 'Theirs' });
  expect(scenario.flows.find(({ from, on }) => from === 'sub' && on === 'error')?.to).toBe('extra-2');
});

test('first notes that two people wrote at once are two notes', () => {
  const { notes: _, ...bare } = base;
  const noted = (text: string): Scenario => {
    const store = createDocumentStore(bare);
    store.execute(addNote({ at: { x: 0, y: 0 }, text }));
    return store.get();
  };
  const { scenario, conflicts } = rebase({ base: bare, mine: noted('Mine'), theirs: noted('Theirs') });
  expect([conflicts, scenario.notes?.map(({ id, text }) => [id, text])]).toEqual([
    [],
    [
      ['note', 'Mine'],
      ['note-2', 'Theirs'],
    ],
  ]);
  expect(rebase({ base: bare, mine: bare, theirs: bare }).scenario).not.toHaveProperty('notes');
});

test('a merge taken over is one step of undo', () => {
  const store = createDocumentStore(base);
  store.execute(renameStep({ step: 'greet', name: 'Mine' }));
  const mine = store.get();
  const { scenario } = rebase({ base, mine, theirs: made(renameStep({ step: 'bye', name: 'Theirs' })) });
  store.execute(rewrite({ scenario, as: 'merge' }));
  expect(store.get()).toEqual(scenario);
  expect(store.get().steps[1]).toBe(mine.steps[1]);
  store.undo();
  expect(store.get()).toBe(mine);
});

const edited = fc.array(act, { maxLength: 12 }).map((all) => {
  const store = createDocumentStore(base, () => 0);
  for (const one of all) store.execute(commandOf(one, store.get()));
  return store.get();
});

test('whatever two people did, the merge loads, and who did nothing changes nothing', () => {
  fc.assert(
    fc.property(edited, edited, (mine, theirs) => {
      expect(rebase({ base, mine, theirs: base })).toMatchObject({ scenario: mine, conflicts: [] });
      expect(rebase({ base, mine: base, theirs })).toMatchObject({ scenario: theirs, conflicts: [] });
      expect(rebase({ base, mine, theirs: mine })).toMatchObject({ scenario: mine, conflicts: [] });
      const { scenario, conflicts } = merged(mine, theirs);
      expect(conflicts.filter(({ path }) => path.length === 0)).toEqual([]);
      const there = new Set(scenario.steps.map(({ id }) => id));
      for (const { id } of mine.steps) if (!base.steps.some((old) => old.id === id)) expect(there).toContain(id);
    }),
    { numRuns: 200 },
  );
});
