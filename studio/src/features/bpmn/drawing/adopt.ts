import type { Element, ModdleElement, Shape, TypedModeler } from '../modeler/services.ts';

/**
 * Makes the diagram one that shows `definitions` where it already looks like that: what elements hold of the scenario becomes what is
 * written there. False where the picture differs and has to be drawn anew; then nothing has changed.
 */
export function adopt(modeler: TypedModeler, definitions: ModdleElement): boolean {
  const process = definitions.rootElements.find(({ $type }: ModdleElement) => $type === 'bpmn:Process');
  const root = modeler.get('canvas').getRootElement() as Element;
  const wanted: ModdleElement[] = [...(process.flowElements ?? []), ...(process.artifacts ?? [])];
  const drawn = modeler.get('elementRegistry').filter((one) => one !== root && !(one as Element).labelTarget);
  if (root.businessObject.id !== process.id || drawn.length !== wanted.length) return false;
  const bounds = boundsIn(definitions);
  const pairs = wanted.map((element) => [element, modeler.get('elementRegistry').get(element.id)] as const);
  if (!pairs.every(([element, shape]) => shape && looksLike(shape as Shape, element, bounds.get(element.id))))
    return false;
  hold(root.businessObject, process);
  for (const [element, shape] of pairs) become(modeler, shape as Element, element);
  return true;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

function boundsIn(definitions: ModdleElement): Map<string, Box> {
  const shapes: ModdleElement[] = definitions.diagrams[0].plane.planeElement;
  return new Map(shapes.filter(({ bounds }) => bounds).map((shape) => [shape.bpmnElement.id, shape.bounds]));
}

function looksLike(shape: Shape, wanted: ModdleElement, bounds: Box | undefined): boolean {
  const { businessObject: drawn } = shape;
  const isTask = drawn.$instanceOf('bpmn:Activity') === true;
  return (
    drawn.$type === wanted.$type &&
    drawn.sourceRef?.id === wanted.sourceRef?.id &&
    drawn.targetRef?.id === wanted.targetRef?.id &&
    drawn.attachedToRef?.id === wanted.attachedToRef?.id &&
    drawn.eventDefinitions?.[0]?.$type === wanted.eventDefinitions?.[0]?.$type &&
    drawn.text === wanted.text &&
    // A name beside a shape is a shape of its own.
    (isTask || (drawn.name ?? '') === (wanted.name ?? '')) &&
    (!bounds || isThere(shape, bounds))
  );
}

function isThere(shape: Shape, bounds: Box): boolean {
  return (['x', 'y', 'width', 'height'] as const).every((side) => Math.abs(shape[side] - bounds[side]) < 1);
}

function become(modeler: TypedModeler, element: Element, wanted: ModdleElement): void {
  const { businessObject: drawn } = element;
  const looks = (): string => JSON.stringify([drawn.name, drawn.default?.id, drawn.conditionExpression?.body]);
  const before = looks();
  hold(drawn, wanted);
  drawn.name = wanted.name;
  if ('default' in drawn || wanted.default)
    drawn.default = wanted.default && modeler.get('elementRegistry').get(wanted.default.id)?.businessObject;
  if (drawn.$type === 'bpmn:SequenceFlow') take(drawn, 'conditionExpression', wanted);
  if (looks() === before) return;
  const changed = [element, ...((element as Shape).outgoing ?? [])];
  modeler.get('eventBus').fire('elements.changed', { elements: changed });
}

function hold(drawn: ModdleElement, wanted: ModdleElement): void {
  take(drawn, 'extensionElements', wanted);
}

function take(drawn: ModdleElement, property: string, wanted: ModdleElement): void {
  const value = wanted[property];
  if (value) value.$parent = drawn;
  drawn[property] = value;
}
