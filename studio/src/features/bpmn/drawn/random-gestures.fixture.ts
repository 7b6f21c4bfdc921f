import { bpmnExtension, stepDefinitions, type StepType } from '@scenarium/language';
import { BpmnModdle } from 'bpmn-moddle';
import fc from 'fast-check';
import { blanks } from '../../../document/commands/blank-step.ts';
import type { Positions } from '../../../document/index.ts';
import { kinds } from '../modeler/kinds.ts';

/** Numbers that stand for one gesture; none: nothing is done. */
export type Gesture = readonly number[];
export const gesture: fc.Arbitrary<Gesture> = fc.array(fc.nat(997), { minLength: 5, maxLength: 5 });

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- elements of BPMN have whatever their types say
type Element = any;
interface Sheet {
  moddle: BpmnModdle;
  process: Element;
  plane: Element;
  nodes: Element[];
  flows: Element[];
  starts: Element[];
}
type Pick = { <T>(items: readonly T[]): T; number(): number };

const TYPES = Object.keys(stepDefinitions) as StepType[];

/** What the editor of bpmn.io makes of a file when somebody draws: elements and shapes come, go, change. */
const gestures: ((sheet: Sheet, pick: Pick) => void)[] = [
  ({ plane }, pick) => {
    const { bounds } = pick(plane.planeElement.filter(({ bounds }: Element) => bounds) as Element[]);
    Object.assign(bounds, { x: pick.number(), y: pick.number() });
  },
  ({ nodes }, pick) => pick(nodes).set('name', pick(['Hello', 'Привет  всем', '', undefined])),
  (sheet, pick) => void addStep(sheet, pick),
  (sheet, pick) => addFlow(sheet, pick(sheet.nodes), addStep(sheet, pick)),
  (sheet, pick) => addFlow(sheet, pick(sheet.nodes), pick(sheet.nodes)),
  ({ flows, nodes }, pick) => flows.length > 0 && pick(flows).set('targetRef', pick(nodes)),
  ({ flows, nodes }, pick) => flows.length > 0 && pick(flows).set('sourceRef', pick(nodes)),
  ({ process, flows }, pick) => {
    const flow = flows.length > 0 && pick(flows);
    if (flow) process.flowElements = process.flowElements.filter((one: Element) => one !== flow);
  },
  (sheet, pick) => {
    const start = create(sheet, 'StartEvent', { id: 'start-new' }, ['Trigger', { id: 'start-new', type: 'internal' }]);
    addFlow(sheet, start, pick(sheet.nodes));
  },
  ({ starts, nodes, process }, pick) => {
    if (starts.length === 0) return;
    const start = pick(starts);
    const begin = process.flowElements.find(({ sourceRef }: Element) => sourceRef === start);
    begin?.set('targetRef', pick(nodes));
  },
  (sheet, pick) => {
    const note = sheet.moddle.create('bpmn:TextAnnotation', { id: 'note-new', text: 'Why?' }) as Element;
    sheet.process.get('artifacts').push(note);
    shape(sheet, note, pick);
  },
  ({ process }, pick) => {
    const notes = process.get('artifacts') as Element[];
    if (notes.length > 0) pick(notes).set('text', 'Because');
  },
];

/** A file with one gesture done in it. */
export async function gestureOf(xml: string, [which, ...choices]: Gesture) {
  const moddle = new BpmnModdle({ scenarium: bpmnExtension });
  const { rootElement: definitions } = (await moddle.fromXML(xml)) as { rootElement: Element };
  if (which !== undefined) {
    let next = 0;
    const number = (): number => choices[next++ % choices.length] ?? 0;
    const pick = Object.assign(<T>(items: readonly T[]): T => items[number() % items.length] as T, { number });
    gestures[which % gestures.length]?.(sheetOf(moddle, definitions), pick);
  }
  return { xml: (await moddle.toXML(definitions, { format: true })).xml, definitions };
}

/** Where the steps stand in a drawing. */
export function seenIn(definitions: Element): Positions {
  const shapes = definitions.diagrams[0].plane.planeElement.filter(({ bounds }: Element) => bounds);
  return Object.fromEntries(
    shapes.map(({ bpmnElement, bounds: { x, y } }: Element) => [bpmnElement.id, { x, y }] as const),
  );
}

function sheetOf(moddle: BpmnModdle, definitions: Element): Sheet {
  const process = definitions.rootElements.find(({ $type }: Element) => $type === 'bpmn:Process');
  const elements: Element[] = process.flowElements;
  const isNode = ({ $type }: Element) => !/SequenceFlow|StartEvent|BoundaryEvent/.test($type);
  const starts = elements.filter(({ $type }) => $type === 'bpmn:StartEvent');
  return {
    moddle,
    process,
    plane: definitions.diagrams[0].plane,
    nodes: elements.filter(isNode),
    flows: elements.filter(({ $type, sourceRef }) => $type === 'bpmn:SequenceFlow' && !starts.includes(sourceRef)),
    starts,
  };
}

function addStep(sheet: Sheet, pick: Pick): Element {
  const type = pick(TYPES);
  const id = `${type}-${pick.number()}`;
  const { element, definition } = kinds[type];
  const made = create(sheet, element, { id }, ['Step', { id, type, ...blanks[type](id, {}).fields }]);
  if (definition) made.set('eventDefinitions', [sheet.moddle.create(`bpmn:${definition}`)]);
  shape(sheet, made, pick);
  return made;
}

function create(
  sheet: Sheet,
  type: string,
  attributes: object,
  [extension, data]: [string, { id: string; type: string }],
): Element {
  const { moddle, process } = sheet;
  const ours = moddle.create(`scenarium:${extension}`, { type: data.type, data: JSON.stringify(data) });
  const extensionElements = moddle.create('bpmn:ExtensionElements', { values: [ours] });
  const made = moddle.create(`bpmn:${type}`, { ...attributes, extensionElements }) as Element;
  process.flowElements.push(made);
  return made;
}

function addFlow({ moddle, process }: Sheet, sourceRef: Element, targetRef: Element): void {
  const id = `Flow_${process.flowElements.length}`;
  process.flowElements.push(moddle.create('bpmn:SequenceFlow', { id, sourceRef, targetRef }));
}

function shape({ moddle, plane }: Sheet, bpmnElement: Element, pick: Pick): void {
  const bounds = moddle.create('dc:Bounds', { x: pick.number(), y: pick.number(), width: 100, height: 80 });
  plane.planeElement.push(moddle.create('bpmndi:BPMNShape', { id: `${bpmnElement.id}_di`, bpmnElement, bounds }));
}
