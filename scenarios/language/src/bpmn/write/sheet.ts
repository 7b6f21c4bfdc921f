import type { BpmnModdle } from 'bpmn-moddle';
import type { Note } from '../../document/note.ts';
import type { Step } from '../../steps/index.ts';
import { createIds, type Ids } from '../ids.ts';
import type { BpmnElement } from '../moddle.ts';
import { xmlJson } from '../plain.ts';

/** A BPMN file being written: its ids, its elements, and the shapes and edges that show them. */
export interface Sheet {
  ids: Ids;
  create(type: string, attributes?: Record<string, unknown>): BpmnElement;
  /** `extensionElements` with one element of ours that holds `data`. */
  extension(type: string, data: unknown, attributes?: Record<string, unknown>): BpmnElement;
  /** The signal of a name: made once. */
  signal(name: string): BpmnElement;
  /** What is written at an exit of a step. */
  exitName(step: Step, exit: string): string;
  roots: BpmnElement[];
  elements: BpmnElement[];
  /** Annotations beside the elements, with the notes they show. */
  notes: { annotation: BpmnElement; note: Note }[];
}

export function createSheet(model: BpmnModdle, exitName: Sheet['exitName']): Sheet {
  const ids = createIds();
  const signals = new Map<string, BpmnElement>();
  const roots: BpmnElement[] = [];
  const create = (type: string, attributes: Record<string, unknown> = {}): BpmnElement =>
    model.create(type, defined(attributes)) as BpmnElement;
  return {
    ids,
    create,
    exitName,
    roots,
    elements: [],
    notes: [],
    extension(type, data, attributes = {}) {
      const ours = create(`scenarium:${type}`, { ...attributes, ...(data !== undefined && { data: xmlJson(data) }) });
      return create('bpmn:ExtensionElements', { values: [ours] });
    },
    signal(name) {
      const known = signals.get(name);
      if (known) return known;
      const made = create('bpmn:Signal', { id: ids.take(`Signal_${name}`, 'Signal'), name });
      signals.set(name, made);
      roots.push(made);
      return made;
    },
  };
}

function defined(attributes: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
}
