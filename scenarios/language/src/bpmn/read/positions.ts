import type { BpmnElement } from '../moddle.ts';
import { list } from './drawing.ts';
import type { Recalled } from './recall.ts';

export interface Point {
  x: number;
  y: number;
}

/** Where the shapes of a file stand, by their elements. */
export function readPositions(definitions: BpmnElement): Map<BpmnElement, Point> {
  const positions = new Map<BpmnElement, Point>();
  for (const diagram of list(definitions, 'diagrams')) {
    const plane = diagram.get('plane') as BpmnElement | undefined;
    for (const shape of plane ? list(plane, 'planeElement') : []) {
      const element = shape.get('bpmnElement') as BpmnElement | undefined;
      const bounds = shape.get('bounds') as BpmnElement | undefined;
      const [x, y] = [bounds?.get('x'), bounds?.get('y')];
      if (element && Number.isFinite(x) && Number.isFinite(y)) positions.set(element, { x, y } as Point);
    }
  }
  return positions;
}

/** The position of a shape where somebody gave it one: undefined where it stands at the place that we made up. */
export function placedBy(position: Point | undefined, recalled: Recalled | undefined): Point | undefined {
  const auto = recalled?.of('auto');
  return position && auto === `${position.x} ${position.y}` ? undefined : position;
}
