import type { Element, ModdleElement } from './services.ts';

/** What an element of the diagram shows of the scenario. */
export interface Thing {
  kind: 'step' | 'flow' | 'trigger' | 'note';
  id: string;
}

interface Ours {
  $type: string;
  data?: string;
}

const kinds: Record<string, Thing['kind']> = {
  'scenarium:Step': 'step',
  'scenarium:Flow': 'flow',
  'scenarium:Trigger': 'trigger',
  'scenarium:Note': 'note',
};

const known = new WeakMap<Ours, Thing | undefined>();

/** The thing that an element shows; a label stands for what it belongs to. Undefined: nothing, or nothing that is in the document yet. */
export function thingOf(element: Element | undefined): Thing | undefined {
  const shown = (element?.labelTarget as Element | undefined) ?? element;
  return shown?.businessObject && thingIn(shown.businessObject);
}

/** The thing that is written in an element of BPMN. */
export function thingIn({ extensionElements }: ModdleElement): Thing | undefined {
  const values = (extensionElements?.values ?? []) as Ours[];
  const ours = values.find(({ $type }) => Object.hasOwn(kinds, $type));
  if (!ours) return undefined;
  if (!known.has(ours)) known.set(ours, parsed(ours));
  return known.get(ours);
}

/** The id of the step that an element shows. */
export function stepOf(element: Element | undefined): string | undefined {
  const thing = thingOf(element);
  return thing?.kind === 'step' ? thing.id : undefined;
}

function parsed({ $type, data }: Ours): Thing | undefined {
  try {
    const { id } = JSON.parse(data ?? '') as { id?: unknown };
    return typeof id === 'string' ? { kind: kinds[$type] as Thing['kind'], id } : undefined;
  } catch {
    return undefined;
  }
}
