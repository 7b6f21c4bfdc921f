import { extensionOf, type BpmnElement } from '../moddle.ts';
import { list } from './drawing.ts';
import type { Draft, Foreign, TriggerDraft } from './draft.ts';
import { nameOf } from './foreign-texts.ts';
import { readTimer } from './timer.ts';

const kinds = {
  'bpmn:MessageEventDefinition': 'message',
  'bpmn:SignalEventDefinition': 'signal',
  'bpmn:TimerEventDefinition': 'timer',
  'bpmn:TerminateEventDefinition': 'terminate',
} as const;

type Kind = (typeof kinds)[keyof typeof kinds] | 'none' | 'other';

/** Events of other tools as steps and triggers. */
export const foreignEvents: Record<string, (foreign: Foreign) => Draft> = {
  StartEvent: (foreign) => ({
    steps: foreign.outs > 1 ? [{ type: 'parallel' }] : [],
    trigger: triggerOf(foreign),
  }),
  IntermediateCatchEvent: catchEvent,
  IntermediateThrowEvent: (foreign) => ({ steps: thrown(foreign) }),
  EndEvent: (foreign) => ({ steps: [...thrown(foreign), { type: 'end', outcome: foreign.title.slice(0, 64) }] }),
};

/** What an event is about: its first definition, and the name of its message or signal. */
export function eventOf(element: BpmnElement): { kind: Kind; definition?: BpmnElement; event: string } {
  const [definition] = list(element, 'eventDefinitions');
  const reference = definition && ((definition.get('messageRef') ?? definition.get('signalRef')) as BpmnElement);
  const event = ((reference && nameOf(reference)) || nameOf(element) || element.id || 'event').slice(0, 128);
  if (!definition) return { kind: 'none', event };
  const { $type } = definition;
  return { kind: Object.hasOwn(kinds, $type) ? kinds[$type as keyof typeof kinds] : 'other', definition, event };
}

function triggerOf({ element, note }: Foreign): TriggerDraft {
  const { kind, event, definition } = eventOf(element);
  if (kind === 'none' || extensionOf(element, 'Trigger')) return { type: 'conversation' };
  if (kind === 'timer') note('timer_start', element, event);
  else if (kind === 'other') note('event_unmapped', element, definition?.$type);
  else note('start_changed', element, event);
  return { type: 'event', event };
}

function catchEvent({ element, note }: Foreign): Draft {
  const { kind, definition, event } = eventOf(element);
  if (kind === 'timer') return { steps: [{ type: 'wait', ...readTimer(definition as BpmnElement, element, note) }] };
  if (kind === 'message' || kind === 'signal') return { steps: [{ type: 'event', event }] };
  note('event_unmapped', element, definition?.$type ?? 'none');
  return { steps: [] };
}

function thrown({ element, note, say, title }: Foreign): Draft['steps'] {
  const { kind, definition, event } = eventOf(element);
  if (kind === 'message') return [{ type: 'message', text: say(title) }];
  if (kind === 'signal') return [{ type: 'emit', event }];
  if (kind === 'other') note('event_unmapped', element, definition?.$type);
  return [];
}
