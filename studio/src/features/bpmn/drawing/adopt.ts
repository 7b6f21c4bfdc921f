import type { Connection, Element, Label, ModdleElement, Shape, TypedModeler } from '../modeler/services.ts';
import { thingIn } from '../modeler/thing-of.ts';
import { place, type Box } from './place.ts';

type Pair = readonly [drawn: Element, wanted: ModdleElement];

/**
 * Makes the diagram one that shows `definitions` where the same shapes and flows are in it already: they take over what is written there,
 * and move to where it has them. False where something is new, gone or of another kind, and everything has to be drawn anew; then nothing
 * has changed. `steps`: `definitions` are a part of what is shown, there for these steps.
 */
export function adopt(modeler: TypedModeler, definitions: ModdleElement, steps?: ReadonlySet<string>): boolean {
  const process = definitions.rootElements.find(({ $type }: ModdleElement) => $type === 'bpmn:Process');
  const root = modeler.get('canvas').getRootElement() as Element;
  const registry = modeler.get('elementRegistry');
  const wanted = wantedIn(process, steps);
  if (root.businessObject.id !== process.id) return false;
  if (!steps && registry.filter((one) => one !== root && !(one as Element).labelTarget).length !== wanted.length)
    return false;
  const pairs = wanted.map((element) => [registry.get(element.id) as Element, element] as const);
  if (!pairs.every(([drawn, element]) => drawn && looksLike(drawn, element))) return false;
  take(root.businessObject, 'extensionElements', process);
  const bounds = boundsIn(definitions);
  const moves = pairs.flatMap(([drawn, { id }]) => {
    const box = bounds.get(id);
    return box && !isThere(drawn as Shape, box) ? [{ shape: drawn as Shape, box }] : [];
  });
  const changed = [...place(modeler, moves), ...pairs.flatMap((pair) => become(modeler, pair))];
  if (changed.length > 0) modeler.get('eventBus').fire('elements.changed', { elements: [...new Set(changed)] });
  return true;
}

function wantedIn({ flowElements = [], artifacts = [] }: ModdleElement, steps?: ReadonlySet<string>): ModdleElement[] {
  const all: ModdleElement[] = [...flowElements, ...artifacts];
  if (!steps) return all;
  return all.filter((element) => {
    const thing = thingIn(element);
    return thing?.kind !== 'step' || steps.has(thing.id);
  });
}

function boundsIn(definitions: ModdleElement): Map<string, Box> {
  const shapes: ModdleElement[] = definitions.diagrams[0].plane.planeElement;
  return new Map(shapes.filter(({ bounds }) => bounds).map((shape) => [shape.bpmnElement.id, shape.bounds]));
}

function looksLike({ businessObject: drawn, labels = [] }: Element, wanted: ModdleElement): boolean {
  const isTask = drawn.$instanceOf('bpmn:Activity') === true;
  return (
    drawn.$type === wanted.$type &&
    drawn.sourceRef?.id === wanted.sourceRef?.id &&
    drawn.targetRef?.id === wanted.targetRef?.id &&
    drawn.attachedToRef?.id === wanted.attachedToRef?.id &&
    drawn.eventDefinitions?.[0]?.$type === wanted.eventDefinitions?.[0]?.$type &&
    drawn.text === wanted.text &&
    // A name beside a shape is a shape of its own.
    (isTask || Boolean(wanted.name) === labels.length > 0)
  );
}

function isThere(shape: Shape, bounds: Box): boolean {
  return (['x', 'y', 'width', 'height'] as const).every((side) => Math.abs(shape[side] - bounds[side]) < 1);
}

/** Gives what looks different now. */
function become(modeler: TypedModeler, [element, wanted]: Pair): Element[] {
  const { businessObject: drawn } = element;
  const looks = (): string => JSON.stringify([drawn.name, drawn.default?.id, drawn.conditionExpression?.body]);
  const before = looks();
  take(drawn, 'extensionElements', wanted);
  drawn.name = wanted.name;
  if ('default' in drawn || wanted.default)
    drawn.default = wanted.default && modeler.get('elementRegistry').get(wanted.default.id)?.businessObject;
  if (drawn.$type === 'bpmn:SequenceFlow') take(drawn, 'conditionExpression', wanted);
  if (looks() === before) return [];
  const labels = element.labels as Label[];
  for (const label of labels)
    Object.assign(label, modeler.get('textRenderer').getExternalLabelBounds(label, drawn.name));
  return [element, ...labels, ...(((element as Shape).outgoing ?? []) as Connection[])];
}

function take(drawn: ModdleElement, property: string, wanted: ModdleElement): void {
  const value = wanted[property];
  if (value) value.$parent = drawn;
  drawn[property] = value;
}
