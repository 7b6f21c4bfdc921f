import { definitionOf, type Step } from '../../steps/index.ts';
import type { BpmnElement } from '../moddle.ts';
import { extensionOf } from '../moddle.ts';
import { plain } from '../plain.ts';
import { readCondition } from './condition.ts';
import { list, type Edge } from './drawing.ts';
import { bodyOf } from './foreign-texts.ts';
import type { Recalled } from './recall.ts';
import type { Note } from './remarks.ts';

/** How a flow leaves its step. */
export interface Leaving {
  step: Step;
  on: string;
  when?: string;
  /** Variables of a condition that another tool wrote. */
  reads?: string[];
}

/** A flow that leaves a step, and what we once wrote about it. */
export interface Outgoing {
  edge: Edge;
  recalled: Recalled | undefined;
}

/**
 * By which exits the flows of a node leave. `steps` is what the node became: boundary events belong to the first of them that has
 * such an exit, everything else leaves the last. Flows that we wrote keep their exits where they are drawn as they were; the others get
 * what is free. Undefined where there is none (noted).
 */
export function chooseExits(steps: readonly Step[], flows: readonly Outgoing[], note: Note): (Leaving | undefined)[] {
  const last = steps.at(-1) as Step;
  const exits = definitionOf(last).exits(last);
  const kept = flows.map((flow) => keptExit(steps, last, flow, note));
  const used = new Set(kept.flatMap((leaving) => (leaving?.step === last ? [leaving.on] : [])));
  return flows.map(({ edge }, i) => {
    const known = kept[i];
    if (known || edge.boundary) {
      if (!known) note('boundary_unmapped', edge.boundary);
      return known;
    }
    if (last.type === 'condition') return conditional(last, edge, { used, note });
    const free = exits.find(({ name, many }) => many || !used.has(name));
    if (!free) {
      note('flow_without_exit', edge.flow, last.id);
      return undefined;
    }
    if (free.name !== 'next') note('exit_chosen', edge.flow, free.name);
    used.add(free.name);
    return { step: last, on: free.name };
  });
}

function keptExit(steps: readonly Step[], last: Step, { edge, recalled }: Outgoing, note: Note): Leaving | undefined {
  if (edge.exit !== undefined) return { step: last, on: edge.exit };
  if (edge.boundary) return boundaryExit(steps, edge.boundary);
  if (!recalled || recalled.of('boundary') === 'true') return undefined;
  const on = String(recalled.data['on']);
  if (!hasExit(last, on)) return undefined;
  if (last.type !== 'condition') return { step: last, on };
  return keptCondition(last, { edge, recalled }, note);
}

/** Default and condition may have been changed in the drawing: then the drawing is right. */
function keptCondition(step: Step, { edge, recalled }: Outgoing, note: Note): Leaving | undefined {
  const { data, of } = recalled as Recalled;
  const on = String(data['on']);
  const when = typeof data['when'] === 'string' ? data['when'] : undefined;
  const isDefault = isDefaultFlow(edge);
  if (isDefault !== (of('default') === 'true')) return isDefault ? { step, on: 'else' } : undefined;
  if (on !== 'next') return { step, on };
  const body = plain(bodyOf(edge.flow?.get('conditionExpression')));
  if (body === plain(when ?? '')) return { step, on, ...(when !== undefined && { when }) };
  return { step, on, ...(body !== '' && whenOf(body, edge, note)) };
}

function conditional(step: Step, edge: Edge, { used, note }: { used: Set<string>; note: Note }): Leaving {
  const body = bodyOf(edge.flow?.get('conditionExpression'));
  if (isDefaultFlow(edge) || (body === '' && !used.has('else'))) {
    used.add('else');
    return { step, on: 'else' };
  }
  return { step, on: 'next', ...whenOf(body, edge, note) };
}

function whenOf(body: string, edge: Edge, note: Note): { when: string; reads?: string[] } {
  const read = readCondition(body);
  if (read) return read;
  note('condition_unmapped', edge.flow, body);
  return { when: 'false' };
}

function isDefaultFlow({ flow, from }: Edge): boolean {
  return flow !== undefined && from.element.get('default') === flow;
}

const candidates: Record<string, string[]> = {
  TimerEventDefinition: ['timeout', 'error'],
  ErrorEventDefinition: ['error', 'failed'],
  EscalationEventDefinition: ['failed', 'error'],
  MessageEventDefinition: ['reply'],
};

function boundaryExit(steps: readonly Step[], boundary: BpmnElement): Leaving | undefined {
  const named = extensionOf(boundary, 'Exit')?.get('on') as string | undefined;
  const type = list(boundary, 'eventDefinitions')[0]?.$type.replace(/^bpmn:/, '') ?? '';
  const wanted = named !== undefined ? [named] : Object.hasOwn(candidates, type) ? (candidates[type] ?? []) : [];
  for (const on of wanted) {
    const step = steps.find((one) => hasExit(one, on));
    if (step) return { step, on };
  }
  return undefined;
}

function hasExit(step: Step, on: string): boolean {
  return definitionOf(step)
    .exits(step)
    .some(({ name }) => name === on);
}
