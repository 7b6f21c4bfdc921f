import { DEFAULT_LABEL_SIZE, getExternalLabelMid } from 'bpmn-js/lib/util/LabelUtil';
import type { Connection, Element, Label, Shape, TypedModeler } from '../modeler/services.ts';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Puts shapes elsewhere, with the names beside them and the flows that lead to and from them. Gives everything that it moved. */
export function place(modeler: TypedModeler, moves: readonly { shape: Shape; box: Box }[]): Element[] {
  const flows = new Set(moves.flatMap(({ shape }) => [...shape.incoming, ...shape.outgoing] as Connection[]));
  for (const { shape, box } of moves) put(shape, box);
  for (const flow of flows) {
    modeler.get('flowRoutes').route(flow);
    for (const label of flow.labels as Label[]) putOn(flow, label);
  }
  return [...moves.map(({ shape }) => shape), ...flows].flatMap((one: Element) => [one, ...(one.labels as Label[])]);
}

function put(shape: Shape, { x, y, width, height }: Box): void {
  for (const label of shape.labels as Label[]) {
    label.x += x - shape.x;
    label.y += y - shape.y;
  }
  Object.assign(shape, { x, y, width, height });
  Object.assign(shape.di.bounds, { x, y, width, height });
}

function putOn(flow: Connection, label: Label): void {
  const { x, y } = getExternalLabelMid(flow);
  label.x = Math.round(x - label.width / 2);
  label.y = Math.round(y - DEFAULT_LABEL_SIZE.height / 2);
}
