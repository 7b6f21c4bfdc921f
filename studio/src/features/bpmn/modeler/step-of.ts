import type { Element } from './services.ts';

interface Ours {
  $type: string;
  data?: string;
}

const known = new WeakMap<Ours, string | undefined>();

/** The id of the step that an element of the diagram shows; a label stands for what it belongs to. */
export function stepOf(element: Element | undefined): string | undefined {
  const shown = (element?.labelTarget as Element | undefined) ?? element;
  const values = (shown?.businessObject?.extensionElements?.values ?? []) as Ours[];
  const ours = values.find(({ $type }) => $type === 'scenarium:Step');
  if (!ours) return undefined;
  if (!known.has(ours)) known.set(ours, idIn(ours.data));
  return known.get(ours);
}

function idIn(data: string | undefined): string | undefined {
  try {
    const { id } = JSON.parse(data ?? '') as { id?: unknown };
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}
