import type { Flow } from '../../document/flow.ts';
import type { Step } from '../../steps/index.ts';
import type { BpmnElement } from '../moddle.ts';
import { plain } from '../plain.ts';
import type { Sheet } from './sheet.ts';
import type { WrittenStep } from './write-step.ts';

/** Writes a flow between two steps. The first flow of a step's usual exit is the default one of its element. */
export function writeFlow(
  sheet: Sheet,
  flow: Flow,
  { from, to, xmlId }: { from: WrittenStep; to: WrittenStep; xmlId: string },
): BpmnElement {
  const boundary = from.boundary.get(flow.on);
  const source = boundary ?? from.element;
  const isDefault = !boundary && canDefault(from, flow) && from.element.get('default') === undefined;
  const condition = boundary || isDefault ? undefined : conditionOf(from.step, flow);
  const element = sheet.create('bpmn:SequenceFlow', {
    id: xmlId,
    name: boundary ? undefined : nameOf(flow, (exit) => sheet.exitName(from.step, exit)),
    sourceRef: source,
    targetRef: to.element,
    extensionElements: sheet.extension(
      'Flow',
      { id: flow.id, on: flow.on, ...(flow.when !== undefined && { when: flow.when }) },
      {
        element: xmlId === flow.id ? undefined : xmlId,
        boundary: boundary && 'true',
        default: isDefault ? 'true' : undefined,
      },
    ),
    ...(condition !== undefined && {
      conditionExpression: sheet.create('bpmn:FormalExpression', { body: condition }),
    }),
  });
  if (isDefault) from.element.set('default', element);
  (source.get('outgoing') as BpmnElement[]).push(element);
  (to.element.get('incoming') as BpmnElement[]).push(element);
  sheet.elements.push(element);
  return element;
}

/** BPMN knows default flows of activities and of exclusive and complex gateways. */
function canDefault({ face, step }: WrittenStep, { on }: Flow): boolean {
  if (face.element === 'ExclusiveGateway') return on === 'else';
  return on === 'next' && /Task$|Activity$/.test(face.element) && step.type !== 'end';
}

function nameOf({ on, when }: Flow, exitName: (exit: string) => string): string | undefined {
  if (on !== 'next') return plain(exitName(on));
  return when === undefined ? undefined : plain(plain(when).slice(0, 80));
}

/** What other tools may read of an exit; only that of a condition is read back. */
function conditionOf(step: Step, { on, when }: Flow): string | undefined {
  if (when !== undefined) return plain(when);
  if (on === 'next') return undefined;
  const chosen = step.type === 'switch' ? step.cases.find(({ id }) => on === `case:${id}`) : undefined;
  if (step.type !== 'switch' || !chosen) return `exit == ${JSON.stringify(on)}`;
  const { equals } = chosen;
  return plain(`${step.value} ${Array.isArray(equals) ? 'in' : '=='} ${JSON.stringify(equals)}`);
}
