import type { BpmnElement } from '../moddle.ts';
import { list } from './drawing.ts';
import type { Recalled } from './recall.ts';

export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point {
  width: number;
  height: number;
}

/** Where the shapes of a file stand, by their elements; their sizes may be missing (`NaN`). */
export function readPositions(definitions: BpmnElement): Map<BpmnElement, Box> {
  const positions = new Map<BpmnElement, Box>();
  for (const diagram of list(definitions, 'diagrams')) {
    const plane = diagram.get('plane') as BpmnElement | undefined;
    for (const shape of plane ? list(plane, 'planeElement') : []) {
      const element = shape.get('bpmnElement') as BpmnElement | undefined;
      const bounds = shape.get('bounds') as BpmnElement | undefined;
      const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((field) => Number(bounds?.get(field))) as [
        number,
        number,
        number,
        number,
      ];
      if (element && Number.isFinite(x) && Number.isFinite(y)) positions.set(element, { x, y, width, height });
    }
  }
  return positions;
}

/** The position of a shape where somebody gave it one: undefined where it stands at the place that we made up. */
export function placedBy(box: Box | undefined, recalled: Recalled | undefined): Point | undefined {
  return box && recalled?.of('auto') !== `${box.x} ${box.y}` ? { x: box.x, y: box.y } : undefined;
}
