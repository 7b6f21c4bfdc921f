import { fromBpmn, toBpmn, type Scenario } from '@scenarium/language';
import { describe, expect, it, test } from 'vitest';
import { createDocumentStore, renameStep, type DocumentStore } from '../../../document/index.ts';
import { sampleScenario } from '../../../document/sample.fixture.ts';
import { removeThings } from './remove-things.ts';
import { takeDrawing } from './take-drawing.ts';

type Change = (xml: string) => string;

const open = (): DocumentStore => createDocumentStore(sampleScenario());
const drawn = (...elements: string[]): Change => {
  const shapes = elements.flatMap((element) => /^<bpmn:\w+Task id="(\w+)"/.exec(element)?.[1] ?? []);
  const places = shapes.map(
    (id) =>
      `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="9" y="9" width="100" height="80" /></bpmndi:BPMNShape>`,
  );
  return (xml) =>
    xml
      .replace('<bpmn:textAnnotation', `${elements.join('')}<bpmn:textAnnotation`)
      .replace('</bpmndi:BPMNPlane>', `${places.join('')}</bpmndi:BPMNPlane>`);
};
const step = (type: string, data: object, element: string): string =>
  `<bpmn:${element} id="new"><bpmn:extensionElements><scenarium:step type="${type}">${JSON.stringify({ id: 'new', type, ...data })}</scenarium:step></bpmn:extensionElements></bpmn:${element}>`;
const flow = (from: string, to: string): string =>
  `<bpmn:sequenceFlow id="drawn" sourceRef="${from}" targetRef="${to}" />`;
const message = step('message', { text: 'new' }, 'sendTask');

async function draw(store: DocumentStore, change: Change, shown: Scenario = store.get()) {
  return takeDrawing(store, { ...(await fromBpmn(change(await toBpmn(shown)))), shown, seen: {} });
}

describe('given a gesture in the diagram', () => {
  test.each<[string, Change, (after: Scenario) => unknown, unknown]>([
    [
      'step.rename',
      (xml) => xml.replace('name="How old"', 'name="Your age"'),
      ({ steps }) => steps[1]?.name,
      'Your age',
    ],
    [
      'step.add',
      drawn(message),
      ({ steps, messages, layout }) => [steps.at(-1)?.id, messages['en']?.['new'], layout?.['new']],
      ['new', '', { x: 9, y: 9 }],
    ],
    [
      'step.add',
      drawn(step('set', { assign: [{ variable: 'value', value: 'null' }] }, 'scriptTask'), flow('count', 'new')),
      ({ variables, flows }) => [variables['value'], flows.at(-1)?.on],
      [{ type: 'any', scope: 'run' }, 'error'],
    ],
    ['flow.connect', drawn(flow('pick', 'bye')), ({ flows }) => flows.at(-1)?.on, 'next'],
    [
      'flow.connect',
      drawn(flow('adult', 'count')),
      ({ flows }) => flows.at(-1),
      { id: 'drawn', from: 'adult', to: 'count', on: 'next' },
    ],
    [
      'flow.reconnect',
      (xml) => xml.replace('sourceRef="greet" targetRef="ask-age"', 'sourceRef="greet" targetRef="bye"'),
      ({ flows }) => flows[0]?.to,
      'bye',
    ],
    [
      'note.change',
      (xml) => xml.replace('<bpmn:text>Ask the lawyers', '<bpmn:text>Ask Ann'),
      ({ notes }) => notes?.[0]?.text,
      /Ann/,
    ],
  ])('then it is one command: %s', async (name, change, seen, expected) => {
    const store = open();
    expect(await draw(store, change)).toMatchObject({ ok: true });
    expect(store.undoTitle()?.name).toBe(name);
    const found = seen(store.get());
    if (expected instanceof RegExp) expect(found).toMatch(expected);
    else expect(found).toEqual(expected);
    expect(store.undo()).toBe(true);
    expect([store.canUndo(), store.get()]).toEqual([false, sampleScenario()]);
  });

  test.each<[string, Change]>([
    ['flow_without_exit', drawn(flow('bye', 'greet'))],
    ['start_unconnected', drawn(start('internal'))],
    ['data', drawn('<bpmn:dataStoreReference id="odd" />')],
  ])('then it is refused with the reason where it means nothing: %s', async (code, change) => {
    const store = open();
    expect(await draw(store, change)).toMatchObject({ ok: false, problem: { code } });
    expect(store.canUndo()).toBe(false);
  });

  it('given that somebody else changed the document meanwhile, then both changes stay', async () => {
    const store = open();
    const shown = store.get();
    store.execute(renameStep({ step: 'greet', name: 'Welcome' }));
    await draw(store, (xml) => xml.replace('name="How old"', 'name="Your age"'), shown);
    expect(
      store
        .get()
        .steps.slice(0, 2)
        .map(({ name }) => name),
    ).toEqual(['Welcome', 'Your age']);
  });
});

test('given that several things are deleted, then it is one step of undo', () => {
  const store = open();
  const things = [
    { kind: 'step', id: 'greet' },
    { kind: 'flow', id: 'f1' },
    { kind: 'flow', id: 'f9' },
    { kind: 'note', id: 'why' },
  ] as const;
  expect(removeThings(store, things)).toMatchObject({ ok: true });
  expect([store.get().steps[0]?.id, store.get().notes, store.index.flow('f9')]).toEqual([
    'ask-age',
    undefined,
    undefined,
  ]);
  store.undo();
  expect(store.get()).toEqual(sampleScenario());
});

function start(type: string): string {
  return `<bpmn:startEvent id="again"><bpmn:extensionElements><scenarium:trigger type="${type}">{"id":"again","type":"${type}"}</scenarium:trigger></bpmn:extensionElements></bpmn:startEvent>`;
}
