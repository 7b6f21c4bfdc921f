import type { Trigger } from '../../document/trigger.ts';
import type { BpmnElement } from '../moddle.ts';
import { plain } from '../plain.ts';
import { signalDefinition } from './events.ts';
import type { Point } from './auto-layout.ts';
import type { Sheet } from './sheet.ts';
import type { WrittenStep } from './write-step.ts';

type Kind = Trigger['type'];
type TriggerFace = { name: string; definition?: BpmnElement };

const messageEvent = (sheet: Sheet) => sheet.create('bpmn:MessageEventDefinition');

/** What starts a run as a start event; a trigger that is missing here does not compile. */
const triggerFaces: { [K in Kind]: (trigger: Extract<Trigger, { type: K }>, sheet: Sheet) => TriggerFace } = {
  conversation: (_, sheet) => ({ name: 'conversation', definition: messageEvent(sheet) }),
  command: ({ command }, sheet) => ({ name: `/${command}`, definition: messageEvent(sheet) }),
  event: ({ event }, sheet) => ({ name: event, definition: signalDefinition(sheet, event) }),
  internal: () => ({ name: 'internal' }),
};

/** Writes a trigger: a start event and the flow that leads to its step. */
export function writeTrigger(
  sheet: Sheet,
  trigger: Trigger,
  { to, xmlId, auto }: { to: WrittenStep; xmlId: string; auto: Point | undefined },
): { event: BpmnElement; flow: BpmnElement } {
  const face = (triggerFaces[trigger.type] as (trigger: Trigger, sheet: Sheet) => TriggerFace)(trigger, sheet);
  const { step: _, ...data } = trigger;
  const event = sheet.create('bpmn:StartEvent', {
    id: xmlId,
    name: plain(face.name),
    extensionElements: sheet.extension('Trigger', data, {
      type: trigger.type,
      element: xmlId === trigger.id ? undefined : xmlId,
      auto: auto && `${auto.x} ${auto.y}`,
    }),
    ...(face.definition && { eventDefinitions: [face.definition] }),
  });
  const flow = sheet.create('bpmn:SequenceFlow', {
    id: sheet.ids.take(`${trigger.id}_begin`, 'Begin'),
    sourceRef: event,
    targetRef: to.element,
  });
  event.set('outgoing', [flow]);
  (to.element.get('incoming') as BpmnElement[]).push(flow);
  sheet.elements.push(event, flow);
  return { event, flow };
}
