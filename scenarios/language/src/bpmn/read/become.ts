import { Step } from '../../steps/index.ts';
import { createIds, type Ids } from '../ids.ts';
import type { BpmnElement } from '../moddle.ts';
import { claimIds } from './claim-ids.ts';
import type { Draft, StepDraft, TriggerDraft } from './draft.ts';
import { list, type Drawing, type Edge, type Node } from './drawing.ts';
import { joinEventGateways } from './event-gateways.ts';
import { draftForeign } from './foreign.ts';
import { nameOf, titleOf, literal } from './foreign-texts.ts';
import { recallStep, type Recalled } from './recall.ts';
import type { Head } from './start.ts';
import type { Note } from './remarks.ts';
import { readTimer } from './timer.ts';

/** What a node became: steps in order (none: it only leads on), and what starts the scenario there. */
export interface Became {
  node: Node;
  steps: Step[];
  trigger?: TriggerDraft;
  recalled?: Recalled;
}

/** Makes steps of the nodes of a drawing. Texts of new steps are added to the head's messages. */
export function become(drawing: Drawing, head: Head, note: Note): Map<Node, Became> {
  const settled = joinEventGateways(drawing, note);
  const ours = new Map(drawing.nodes.map((node) => [node, node.passes ? undefined : recallStep(node.element, note)]));
  const ids = claimIds(
    drawing.nodes.map((node) => {
      const known = ours.get(node);
      return {
        xmlId: node.element.id ?? '',
        ...(known && { stored: known.step.id, writtenAs: known.recalled.of('element') }),
      };
    }),
    'step',
  );
  const more = createIds();
  for (const id of ids) more.take(id, 'step');
  const around = surroundings(drawing);
  const boundaries = Map.groupBy(drawing.boundaries, (boundary) => boundary.get('attachedToRef'));
  const say = speaker(head);
  return new Map(
    drawing.nodes.map((node, i): [Node, Became] => {
      const id = ids[i] as string;
      const known = ours.get(node);
      if (known) return [node, { node, steps: [{ ...known.step, id }], recalled: known.recalled }];
      const outs = around.outs.get(node) ?? [];
      const draft = settled.has(node)
        ? { steps: [settled.get(node) as StepDraft] }
        : node.passes
          ? { steps: [] }
          : draftForeign({
              element: node.element,
              title: titleOf(node.element),
              ins: around.ins.get(node) ?? 0,
              outs: outs.length,
              ...timeoutOf(boundaries.get(node.element) ?? [], note),
              say: (text) => say(id, text),
              note,
            });
      return [node, { node, ...finished(draft, { id, node, outs, more }) }];
    }),
  );
}

function surroundings({ edges }: Drawing): { ins: Map<Node, number>; outs: Map<Node, Edge[]> } {
  const ins = new Map<Node, number>();
  const outs = new Map<Node, Edge[]>();
  for (const edge of edges) {
    ins.set(edge.to, (ins.get(edge.to) ?? 0) + 1);
    if (edge.boundary) continue;
    const known = outs.get(edge.from);
    if (known) known.push(edge);
    else outs.set(edge.from, [edge]);
  }
  return { ins, outs };
}

function timeoutOf(boundaries: readonly BpmnElement[], note: Note): { timeout?: string } {
  for (const boundary of boundaries) {
    const timer = list(boundary, 'eventDefinitions').find(({ $type }) => $type === 'bpmn:TimerEventDefinition');
    const time = timer && readTimer(timer, boundary, note);
    if (time?.for !== undefined) return { timeout: time.for };
  }
  return {};
}

/** Adds texts in the default language. */
function speaker(head: Head): (id: string, text: string) => string {
  const locale = head.locales?.[0] as string;
  const texts = { ...head.messages?.[locale] };
  head.messages = { ...head.messages, [locale]: texts };
  const taken = createIds();
  for (const known of Object.values(head.messages)) for (const id of Object.keys(known)) taken.take(id, 'text');
  return (id, text) => {
    const message = taken.take(id, 'text');
    texts[message] = literal(text);
    return message;
  };
}

/** Several flows that leave a task leave a gateway after it; what leads nowhere ends. */
function finished(
  { steps, trigger }: Draft,
  { id, node, outs, more }: { id: string; node: Node; outs: readonly Edge[]; more: Ids },
): Pick<Became, 'steps' | 'trigger'> {
  const last = steps.at(-1)?.type;
  const forks = outs.length > 1 && last !== 'condition' && last !== 'parallel' && last !== 'end' && !outs[0]?.exit;
  const chain: StepDraft[] = [
    ...steps,
    ...(forks ? [{ type: outs.some(conditional) ? 'condition' : 'parallel' } as const] : []),
    ...(outs.length === 0 && steps.length === 0 && !trigger ? [{ type: 'end' } as const] : []),
  ];
  const name = nameOf(node.element);
  return {
    steps: chain.map((draft, i) =>
      Step.parse({
        ...draft,
        id: i === 0 ? id : more.take(id, 'step'),
        ...(i === 0 && name !== undefined && { name }),
      }),
    ),
    ...(trigger && { trigger }),
  };
}

function conditional({ flow, from }: Edge): boolean {
  return flow !== undefined && (flow.get('conditionExpression') !== undefined || from.element.get('default') === flow);
}
