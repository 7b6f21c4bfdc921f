import type { BpmnElement } from '../moddle.ts';

/** Tells everything inside an element what it is in, as reading a file does; editors of BPMN look for it. */
export function setParents(element: BpmnElement): void {
  const { propertiesByName } = element.$descriptor;
  for (const [name, value] of Object.entries(element)) {
    if (propertiesByName[name]?.isReference) continue;
    for (const child of [value].flat()) {
      if (!isElement(child)) continue;
      child.$parent = element;
      setParents(child);
    }
  }
}

const isElement = (value: unknown): value is BpmnElement =>
  typeof value === 'object' && value !== null && '$descriptor' in value;
