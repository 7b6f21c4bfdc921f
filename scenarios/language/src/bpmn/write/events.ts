import { toIsoDuration } from '../durations.ts';
import type { BoundaryKind } from '../faces.ts';
import type { BpmnElement } from '../moddle.ts';
import { plain } from '../plain.ts';
import type { Sheet } from './sheet.ts';

/** A timer: a duration in ISO 8601 where it is known beforehand, otherwise as it is written; or a date. */
export function timerDefinition(
  sheet: Sheet,
  { duration, date }: { duration?: string | undefined; date?: string | undefined },
): BpmnElement {
  const expression = (text: string) => sheet.create('bpmn:FormalExpression', { body: plain(text) });
  return sheet.create('bpmn:TimerEventDefinition', {
    ...(duration !== undefined && { timeDuration: expression(toIsoDuration(duration) ?? duration) }),
    ...(date !== undefined && { timeDate: expression(date) }),
  });
}

/** A signal of a name. */
export function signalDefinition(sheet: Sheet, name: string): BpmnElement {
  return sheet.create('bpmn:SignalEventDefinition', { signalRef: sheet.signal(plain(name)) });
}

const definitions = {
  error: 'bpmn:ErrorEventDefinition',
  message: 'bpmn:MessageEventDefinition',
  escalation: 'bpmn:EscalationEventDefinition',
} as const;

/** What a boundary event of a kind catches. */
export function boundaryDefinition(
  sheet: Sheet,
  kind: BoundaryKind,
  timer: { duration?: string | undefined; date?: string | undefined },
): BpmnElement {
  return kind === 'timer' ? timerDefinition(sheet, timer) : sheet.create(definitions[kind]);
}
