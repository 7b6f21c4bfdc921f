import { formatScenario, loadScenario, type Scenario } from '@scenarium/language';
import { describe, expect, test } from 'vitest';
import * as document from '../index.ts';
import { knownTo, sampleScenario } from '../sample.fixture.ts';

const {
  addLocale,
  addNote,
  addStep,
  addTrigger,
  addVariable,
  arrange,
  changeFlow,
  changeNote,
  changeSettings,
  changeStepId,
  changeStepType,
  changeTrigger,
  changeVariable,
  cleanUpTexts,
  configureStep,
  connect,
  copySteps,
  createDocumentStore,
  cutOutSteps,
  duplicateSteps,
  indexOf,
  insertStep,
  moveNotes,
  moveSteps,
  paste,
  reconnectFlow,
  removeFlows,
  removeLocale,
  removeNotes,
  removeSteps,
  removeText,
  removeTrigger,
  removeVariable,
  renameStep,
  renameText,
  renameVariable,
  reorderFlows,
  reorderLocales,
  rewrite,
  writeText,
} = document;
type Done = document.Command<unknown>;
type Row = [title: string, command: Done, seen: (after: Scenario) => unknown, expected: unknown];

const step =
  (id: string) =>
  ({ steps }: Scenario) =>
    steps.find((one) => one.id === id);
const flow =
  (id: string) =>
  ({ flows }: Scenario) =>
    flows.find((one) => one.id === id);
const flowsOf =
  (id: string) =>
  ({ flows }: Scenario) =>
    flows.filter(({ from }) => from === id).map(({ id: own, on, to }) => `${own} ${on} ${to}`);
const ids = ({ steps }: Scenario) => steps.map(({ id }) => id);
const renamedSample = (): Scenario => ({ ...sampleScenario(), name: 'Typed', description: 'New' });

const rows: Row[] = [
  [
    'adds a blank step with its text',
    addStep({ step: { type: 'message' }, at: { x: 1, y: 2 } }),
    (s) => [step('message')(s), s.messages['en']?.['message'], s.layout?.['message']],
    [{ id: 'message', type: 'message', text: 'message', buttons: [], attachments: [] }, '', { x: 1, y: 2 }],
  ],
  [
    'adds a step after another',
    addStep({ step: { type: 'end', id: 'greet', outcome: 'x' }, after: { from: 'count', on: 'error' } }),
    flowsOf('count'),
    ['f9 next sub', 'f12 error greet-2'],
  ],
  [
    'declares what a blank step writes',
    addStep({ step: { type: 'set' } }),
    (s) => s.variables['value'],
    { type: 'any', scope: 'run' },
  ],
  [
    'adds a step with its texts',
    addStep({ step: { type: 'message', text: 'new' }, texts: { en: { new: 'New' }, ru: { new: 'Новое' } } }),
    (s) => s.messages['ru']?.['new'],
    'Новое',
  ],
  [
    'inserts a step on a flow',
    insertStep({ step: { type: 'wait' }, flow: 'f4' }),
    (s) => [flow('f4')(s), flowsOf('wait')(s)],
    [{ id: 'f4', from: 'adult', to: 'wait', on: 'next', when: 'age >= 18 && name != "age"' }, ['f12 next pick']],
  ],
  [
    'removes a step with its flows; its trigger moves on',
    removeSteps({ steps: ['greet'] }),
    (s) => [s.triggers[0]?.step, flow('f1')(s), s.layout?.['greet']],
    ['ask-age', undefined, undefined],
  ],
  [
    'removes steps; the fallback without follower goes',
    removeSteps({ steps: ['bye', 'pick'] }),
    (s) => [s.fallback, ids(s).length, s.flows.map(({ id }) => id)],
    [undefined, 6, ['f1', 'f2', 'f5', 'f9']],
  ],
  [
    'cuts a step out and joins its neighbours',
    cutOutSteps({ steps: ['count', 'sub'] }),
    flow('f7'),
    { id: 'f7', from: 'pick', to: 'bye', on: 'option:yes' },
  ],
  [
    'moves steps',
    moveSteps({ positions: { greet: { x: 5, y: 5 }, count: { x: 7, y: 7 } } }),
    (s) => [s.layout?.['greet'], s.layout?.['count']],
    [
      { x: 5, y: 5 },
      { x: 7, y: 7 },
    ],
  ],
  [
    'connects by the first exit that must lead somewhere',
    connect({ from: 'count', to: 'bye', on: 'error' }),
    flowsOf('count'),
    ['f9 next sub', 'f12 error bye'],
  ],
  ['leads a single exit elsewhere', connect({ from: 'greet', to: 'bye' }), flowsOf('greet'), ['f1 next bye']],
  [
    'adds a branch to a condition',
    connect({ from: 'adult', to: 'bye', on: 'next', when: 'age > 90' }),
    flow('f12'),
    { id: 'f12', from: 'adult', to: 'bye', on: 'next', when: 'age > 90' },
  ],
  [
    'reconnects the end of a flow',
    reconnectFlow({ flow: 'f1', to: 'bye' }),
    flow('f1'),
    { id: 'f1', from: 'greet', to: 'bye', on: 'next' },
  ],
  [
    'reconnects the start of a flow: its condition goes',
    reconnectFlow({ flow: 'f4', from: 'count' }),
    flow('f4'),
    { id: 'f4', from: 'count', to: 'pick', on: 'error' },
  ],
  ['removes flows', removeFlows({ flows: ['f5', 'f1'] }), (s) => s.flows.length, 9],
  [
    'changes the exit of a flow: the other one gets the free exit',
    changeFlow({ flow: 'f7', on: 'option:no' }),
    flowsOf('pick'),
    ['f7 option:no count', 'f8 option:yes say-name'],
  ],
  ['changes a condition', changeFlow({ flow: 'f4', when: 'age > 21' }), (s) => s.flows[3]?.when, 'age > 21'],
  ['takes a condition away', changeFlow({ flow: 'f4', when: undefined }), (s) => 'when' in (s.flows[3] ?? {}), false],
  [
    'reorders flows in their places',
    reorderFlows({ step: 'adult', flows: ['f6', 'f4', 'f5'] }),
    (s) => s.flows.slice(2, 7).map(({ id }) => id),
    ['f3', 'f6', 'f4', 'f5', 'f7'],
  ],
  [
    'configures a step',
    configureStep({ step: 'ask-age', path: ['answer', 'min'], value: 18 }),
    (s) => (step('ask-age')(s) as { answer?: unknown }).answer,
    { type: 'number', min: 18, integer: false },
  ],
  [
    'flows follow an option that gets another id',
    configureStep({ step: 'pick', path: ['answer', 'options', 0, 'id'], value: 'sure' }),
    flow('f7'),
    { id: 'f7', from: 'pick', to: 'count', on: 'option:sure' },
  ],
  [
    'flows go with an option',
    configureStep({ step: 'pick', path: ['answer', 'options', 0], value: undefined }),
    flowsOf('pick'),
    ['f8 option:no say-name'],
  ],
  ['names a step', renameStep({ step: 'greet', name: 'Greeting' }), (s) => s.steps[0]?.name, 'Greeting'],
  ['takes a name away', renameStep({ step: 'ask-age', name: ' ' }), (s) => 'name' in (s.steps[1] ?? {}), false],
  [
    'changes a message to a question: its text stays, its flow goes on',
    changeStepType({ step: 'greet', type: 'ask' }),
    (s) => [s.steps[0]?.type, (s.steps[0] as { prompt?: string }).prompt, flowsOf('greet')(s)],
    ['ask', 'hello', ['f1 next ask-age']],
  ],
  [
    'changes a condition to a switch: branches without an exit go',
    changeStepType({ step: 'adult', type: 'switch' }),
    flowsOf('adult'),
    ['f4 case:first pick', 'f6 else bye'],
  ],
  [
    'changes an id everywhere',
    changeStepId({ step: 'bye', to: 'farewell' }),
    (s) => [ids(s).at(-1), s.fallback, flow('f3')(s)?.to, Object.keys(s.layout ?? {}).at(-1)],
    ['farewell', 'farewell', 'farewell', 'farewell'],
  ],
  [
    'duplicates steps with their texts',
    duplicateSteps({ steps: ['greet', 'ask-age'] }),
    (s) => [ids(s).slice(-2), s.messages['ru']?.['hello-2'], flowsOf('greet-2')(s), s.layout?.['greet-2']],
    [['greet-2', 'ask-age-2'], 'Здравствуйте!', ['f1-2 next ask-age-2'], { x: 40, y: 40 }],
  ],
  [
    'pastes steps at a place',
    paste({ text: copySteps(indexOf(sampleScenario()), ['greet', 'ask-age']) ?? '', at: { x: 9, y: 9 } }),
    (s) => [ids(s).slice(-2), s.messages['ru']?.['hello-2'], s.layout?.['ask-age-2']],
    [['greet-2', 'ask-age-2'], undefined, { x: 209, y: 9 }],
  ],
  [
    'adds a variable',
    addVariable({ name: 'city', variable: { type: 'text' } }),
    (s) => s.variables['city'],
    { type: 'text', scope: 'run' },
  ],
  [
    'changes a variable',
    changeVariable({ name: 'age', change: { scope: 'contact', default: undefined } }),
    (s) => s.variables['age'],
    { type: 'number', scope: 'contact' },
  ],
  ['removes a variable', removeVariable({ name: 'tariff' }), (s) => 'tariff' in s.variables, false],
  [
    'removes a variable that is only read',
    removeVariable({ name: 'tariff', whenRead: 'leave' }),
    (s) => Object.keys(s.variables),
    ['name', 'age', 'orders'],
  ],
  [
    'renames a text everywhere',
    renameText({ id: 'no', to: 'nope' }),
    (s) => [s.messages['ru']?.['nope'], JSON.stringify(s.steps).includes('"label":"nope"')],
    ['Нет', true],
  ],
  [
    'writes a text',
    writeText({ locale: 'ru', id: 'hello', text: 'Привет' }),
    (s) => s.messages['ru']?.['hello'],
    'Привет',
  ],
  [
    'writes a variant',
    writeText({ locale: 'ru', id: 'hello', variant: 1, text: 'Привет' }),
    (s) => s.messages['ru']?.['hello'],
    ['Здравствуйте!', 'Привет'],
  ],
  [
    'removes a variant',
    writeText({ locale: 'en', id: 'hello', variant: 0, text: undefined }),
    (s) => s.messages['en']?.['hello'],
    'Hi, {{ name }}!',
  ],
  [
    'takes a translation away',
    writeText({ locale: 'ru', id: 'hello', text: undefined }),
    (s) => s.messages['ru']?.['hello'],
    undefined,
  ],
  ['removes a text', removeText({ id: 'unused' }), (s) => s.messages['en']?.['unused'], undefined],
  ['cleans up texts', cleanUpTexts(), (s) => Object.keys(s.messages['en'] ?? {}).length, 6],
  ['adds a language', addLocale({ locale: 'de', position: 0 }), (s) => s.locales, ['de', 'en', 'ru']],
  ['removes a language', removeLocale({ locale: 'ru' }), (s) => [s.locales, Object.keys(s.messages)], [['en'], ['en']]],
  ['reorders languages', reorderLocales({ locales: ['ru', 'en'] }), (s) => s.locales, ['ru', 'en']],
  [
    'adds a trigger',
    addTrigger({ trigger: { type: 'event', event: 'order.paid', step: 'pick' } }),
    (s) => s.triggers.at(-1),
    { id: 'event', type: 'event', event: 'order.paid', step: 'pick' },
  ],
  [
    'changes a trigger to another kind',
    changeTrigger({ id: 'help', change: { type: 'internal' } }),
    (s) => s.triggers[1],
    { id: 'help', type: 'internal', step: 'say-name' },
  ],
  ['removes a trigger', removeTrigger({ id: 'begin' }), (s) => s.triggers.map(({ id }) => id), ['help']],
  [
    'changes the limits',
    changeSettings({ field: 'limits', value: { stepsPerTurn: 7, turns: 3 } }),
    (s) => s.limits,
    { stepsPerTurn: 7, turns: 3 },
  ],
  ['takes the fallback away', changeSettings({ field: 'fallback', value: undefined }), (s) => 'fallback' in s, false],
  [
    'adds a note',
    addNote({ at: { x: 1, y: 2 }, text: 'Later', id: 'why' }),
    (s) => s.notes?.[1],
    { id: 'why-2', text: 'Later', x: 1, y: 2, width: 200, height: 120, color: 'yellow' },
  ],
  [
    'changes a note',
    changeNote({ note: 'why', change: { text: 'Asked', color: 'green' } }),
    (s) => s.notes?.[0],
    { ...sampleScenario().notes?.[0], text: 'Asked', color: 'green' },
  ],
  ['moves notes', moveNotes({ positions: { why: { x: 1, y: 2 } } }), (s) => [s.notes?.[0]?.x, s.notes?.[0]?.y], [1, 2]],
  [
    'moves notes along with steps',
    moveSteps({ positions: { greet: { x: 5, y: 5 } }, notes: { why: { x: 1, y: 2 } } }),
    (s) => [s.layout?.['greet'], s.notes?.[0]?.x],
    [{ x: 5, y: 5 }, 1],
  ],
  ['removes notes', removeNotes({ notes: ['why'] }), (s) => 'notes' in s, false],
  [
    'duplicates notes along with steps',
    duplicateSteps({ steps: ['adult'], notes: ['why'] }),
    (s) => s.notes?.map(({ id, x, y }) => [id, x, y]),
    [
      ['why', 400, -160],
      ['why-2', 440, -120],
    ],
  ],
  [
    'tidies',
    arrange({ as: 'tidy', positions: { greet: { x: -1, y: -1 } } }),
    (s) => s.layout?.['greet'],
    { x: -1, y: -1 },
  ],
  ['becomes what was typed', rewrite({ scenario: renamedSample() }), (s) => [s.name, s.description], ['Typed', 'New']],
];

describe('every command is done, undone and done again', () => {
  test.each(rows)('%s', (_, command, seen, expected) => {
    const before = sampleScenario();
    const text = formatScenario(before, 'yaml');
    const store = createDocumentStore(before);
    const known = JSON.stringify(knownTo(store.index));

    expect(store.execute(command)).toMatchObject({ ok: true });
    const after = store.get();
    expect(seen(after)).toEqual(expected);
    expect(loadScenario(after)).toMatchObject({ ok: true });
    expect(store.undoTitle()?.name).toBe(command.name);

    expect(knownTo(store.index)).toEqual(knownTo(indexOf(after)));
    expect(store.undo()).toBe(true);
    expect(JSON.stringify(knownTo(store.index))).toBe(known);
    expect(store.get()).toBe(before);
    expect(formatScenario(before, 'yaml')).toBe(text);
    expect(store.redo()).toBe(true);
    expect(store.get()).toBe(after);
    expect(knownTo(store.index)).toEqual(knownTo(indexOf(after)));
  });

  test('there is a row for every command', () => {
    const done = new Set(rows.map(([, { name }]) => name));
    const elsewhere = new Set([
      'variable.rename',
      'layout.align',
      'layout.distribute',
      'layout.make-space',
      'document.bpmn',
      'document.import',
      'document.merge',
      'document.refine',
    ]);
    expect(
      Object.keys(document.commandTitles).filter(
        (name) => !done.has(name as document.CommandName) && !elsewhere.has(name),
      ),
    ).toEqual([]);
  });
});

describe('a command that would break the document is refused and changes nothing', () => {
  test.each<[string, Done]>([
    ['unknown_step', removeSteps({ steps: ['greet', 'nobody'] })],
    ['last_step', removeSteps({ steps: ids(sampleScenario()) })],
    ['unknown_exit', addStep({ step: { type: 'message' }, after: { from: 'bye' } })],
    ['unknown_exit', connect({ from: 'greet', to: 'bye', on: 'timeout' })],
    ['unknown_exit', insertStep({ step: { type: 'end' }, flow: 'f1' })],
    ['misplaced_condition', connect({ from: 'greet', to: 'bye', when: 'true' })],
    ['misplaced_condition', changeFlow({ flow: 'f1', when: 'true' })],
    ['invalid_value', configureStep({ step: 'ask-age', path: ['attempts'], value: 0 })],
    ['invalid_value', addStep({ step: { type: 'message', id: '1' } })],
    ['reserved_name', addStep({ step: { type: 'message', id: 'constructor' } })],
    ['reserved_name', addVariable({ name: '__proto__', variable: { type: 'text' } })],
    ['reserved_name', addVariable({ name: 'now', variable: { type: 'text' } })],
    ['reserved_name', configureStep({ step: 'greet', path: ['id'], value: 'x' })],
    ['unknown_variable', configureStep({ step: 'ask-age', path: ['saveTo'], value: 'nowhere' })],
    ['read_only_variable', configureStep({ step: 'ask-age', path: ['saveTo'], value: 'tariff' })],
    ['read_only_variable', changeVariable({ name: 'age', change: { scope: 'agent' } })],
    ['unknown_message', configureStep({ step: 'greet', path: ['text'], value: 'nowhere' })],
    ['variable_in_use', removeVariable({ name: 'age', whenRead: 'leave' })],
    ['message_in_use', removeText({ id: 'hello' })],
    ['duplicate_id', changeStepId({ step: 'bye', to: 'greet' })],
    ['duplicate_id', addLocale({ locale: 'en' })],
    ['duplicate_trigger', addTrigger({ trigger: { type: 'conversation', step: 'bye' } })],
    ['unknown_locale', writeText({ locale: 'fr', id: 'hello', text: 'Salut' })],
    ['not_an_order', reorderFlows({ step: 'adult', flows: ['f4', 'f4', 'f5'] })],
    ['not_an_order', reorderLocales({ locales: ['ru', 'ru'] })],
    ['unknown_note', changeNote({ note: 'nothing', change: { text: '' } })],
    ['unknown_note', moveSteps({ positions: { greet: { x: 9, y: 9 } }, notes: { nothing: { x: 0, y: 0 } } })],
    ['invalid_value', changeNote({ note: 'why', change: { width: 1 } })],
    ['unknown_step', changeSettings({ field: 'fallback', value: 'nobody' })],
    ['invalid_value', moveSteps({ positions: { greet: { x: Number.NaN, y: 0 } } })],
    ['unknown_step', arrange({ as: 'tidy', positions: { greet: { x: 9, y: 0 }, nobody: { x: 0, y: 0 } } })],
  ])('%s', (code, command) => {
    const before = sampleScenario();
    const store = createDocumentStore(before);
    const index = JSON.stringify(before);
    expect(store.execute(command)).toMatchObject({ ok: false, problem: { code } });
    expect(store.get()).toBe(before);
    expect(JSON.stringify(before)).toBe(index);
    expect(store.canUndo()).toBe(false);
    store.execute(renameStep({ step: 'greet', name: 'Later' }));
    expect(store.get()).toEqual({
      ...before,
      steps: before.steps.map((one) => (one.id === 'greet' ? { ...one, name: 'Later' } : one)),
    });
  });
});

describe('renaming a variable', () => {
  test('touches what refers to it and nothing that is only spelt alike', () => {
    const store = createDocumentStore(sampleScenario());
    const outcome = store.execute(renameVariable({ name: 'age', to: 'years' }));
    const { steps, flows, messages, variables } = store.get();
    expect(outcome.ok && outcome.value.uses).toHaveLength(9);
    expect(flows[3]?.when).toBe('years >= 18 && name != "age"');
    expect(step('count')(store.get())).toMatchObject({ from: 'orders.filter(order, order.age > years)' });
    expect(step('ask-age')(store.get())).toMatchObject({ saveTo: 'years', prompt: 'age' });
    expect(messages['en']?.['age']).toBe('What is your age? (age)');
    expect(messages['en']?.['name']).toEqual({
      plural: 'years',
      forms: { one: '{{ name }} is {{ years }} year', other: '{{ name }}: {{ years }} years' },
    });
    expect(Object.keys(variables)).toEqual(['name', 'years', 'orders', 'tariff']);
    expect(steps).toHaveLength(8);
    store.undo();
    expect(store.get()).toEqual(sampleScenario());
  });

  test('keeps what belongs to the scenario that is called', () => {
    const store = createDocumentStore(sampleScenario());
    store.execute(renameVariable({ name: 'name', to: 'who' }));
    expect(step('sub')(store.get())).toMatchObject({ inputs: { name: 'who' }, outputs: { who: 'name' } });
    expect(step('count')(store.get())).toMatchObject({ operations: [{ op: 'map', to: 'item.name + who' }] });
  });

  test.each(['order', 'item'])('refuses “%s”, which a loop around it binds', (to) => {
    const store = createDocumentStore(sampleScenario());
    expect(store.execute(renameVariable({ name: to === 'item' ? 'name' : 'age', to }))).toMatchObject({
      ok: false,
      problem: { code: 'variable_captured' },
    });
    expect(store.get()).toEqual(sampleScenario());
  });
});
