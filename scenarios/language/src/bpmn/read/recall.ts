import { Step } from '../../steps/index.ts';
import { extensionOf, type BpmnElement } from '../moddle.ts';
import { plain } from '../plain.ts';
import type { Note } from './remarks.ts';

/** What one of our elements holds: data, and the attributes it was written with. */
export interface Recalled {
  data: Record<string, unknown>;
  of(attribute: string): string | undefined;
}

/** What we once wrote about an element; undefined where we did not, or where it is damaged (which is noted). */
export function recall(element: BpmnElement, type: string, note: Note): Recalled | undefined {
  const ours = extensionOf(element, type);
  if (!ours) return undefined;
  const data = parsed(ours.get('data'));
  if (!data) {
    note('invalid_configuration', element, 'JSON');
    return undefined;
  }
  return { data, of: (attribute) => ours.get(attribute) as string | undefined };
}

/** The step of an element of ours, under its new name if the shape was renamed. */
export function recallStep(element: BpmnElement, note: Note): { step: Step; recalled: Recalled } | undefined {
  const recalled = recall(element, 'Step', note);
  if (!recalled) return undefined;
  const read = Step.safeParse(renamed(recalled, element.name ?? ''));
  if (read.success) return { step: read.data, recalled };
  const [issue] = read.error.issues;
  note('invalid_configuration', element, `${issue?.path.join('.')}: ${issue?.message}`);
  return undefined;
}

function renamed({ data, of }: Recalled, face: string): Record<string, unknown> {
  const before = of('shown') ?? (typeof data['name'] === 'string' ? data['name'] : '');
  const now = plain(face);
  if (now === plain(before)) return data;
  const { name: _, ...rest } = data;
  return now === '' ? rest : { ...rest, name: now.slice(0, 200) };
}

function parsed(text: unknown): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(String(text));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
