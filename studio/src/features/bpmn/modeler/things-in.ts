import type { Element, Shape } from './services.ts';
import { thingOf, type Thing } from './thing-of.ts';

/** The things that elements show; a boundary event stands for the flows that leave by it. */
export function thingsIn(elements: readonly Element[]): Thing[] {
  return elements.flatMap((element) => {
    const isExit = element.type === 'bpmn:BoundaryEvent' && !element.labelTarget;
    const shown = isExit ? (element as Shape).outgoing : [element];
    return shown.flatMap((one) => thingOf(one as Element) ?? []);
  });
}
