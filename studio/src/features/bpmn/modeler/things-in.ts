import type { Element, Shape } from './services.ts';
import { thingOf, type Thing } from './thing-of.ts';

/** The things that elements show; a boundary event stands for the flows that leave by it, a label for nothing. */
export function thingsIn(elements: readonly Element[]): Thing[] {
  return elements.flatMap((element) => {
    if (element.labelTarget) return [];
    const shown = element.type === 'bpmn:BoundaryEvent' ? (element as Shape).outgoing : [element];
    return shown.flatMap((one) => thingOf(one as Element) ?? []);
  });
}
