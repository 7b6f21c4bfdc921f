import type { Scenario } from '../../document/scenario.ts';
import type { Step } from '../../steps/index.ts';
import { faces, type Face } from '../faces.ts';
import type { BpmnElement } from '../moddle.ts';
import { plain } from '../plain.ts';
import { shownName } from '../shown-name.ts';
import { boundaryDefinition, signalDefinition, timerDefinition } from './events.ts';
import type { Point } from './auto-layout.ts';
import type { Sheet } from './sheet.ts';

/** A step on the sheet: where its flows come in, and where the flows of each exit leave. */
export interface WrittenStep {
  step: Step;
  element: BpmnElement;
  face: Face;
  boundary: ReadonlyMap<string, BpmnElement>;
}

/**
 * Writes a step. `xmlId` is its id in the file, `auto` the position it gets where the layout has none, `exits` those that flows
 * leave by.
 */
export function writeStep(
  sheet: Sheet,
  step: Step,
  {
    scenario,
    xmlId,
    auto,
    exits,
  }: { scenario: Scenario; xmlId: string; auto: Point | undefined; exits: ReadonlySet<string> },
): WrittenStep {
  const face = (faces[step.type] as (step: Step, exits: ReadonlySet<string>) => Face)(step, exits);
  const shown = shownName(step, scenario);
  const element = sheet.create(`bpmn:${face.element}`, {
    id: xmlId,
    name: shown,
    calledElement: face.calls,
    extensionElements: sheet.extension('Step', step, {
      type: step.type,
      element: xmlId === step.id ? undefined : xmlId,
      shown: shown === step.name ? undefined : shown,
      auto: auto && `${auto.x} ${auto.y}`,
    }),
  });
  if (face.timer) element.set('eventDefinitions', [timerDefinition(sheet, face.timer)]);
  if (face.signal !== undefined) element.set('eventDefinitions', [signalDefinition(sheet, face.signal)]);
  sheet.elements.push(element);
  return { step, element, face, boundary: boundaryEvents(sheet, step, { element, face, exits }) };
}

function boundaryEvents(
  sheet: Sheet,
  step: Step,
  { element, face, exits }: { element: BpmnElement; face: Face; exits: ReadonlySet<string> },
): Map<string, BpmnElement> {
  const made = Object.entries(face.boundary ?? {}).filter(([exit]) => exits.has(exit));
  return new Map(
    made.map(([exit, kind]) => {
      const event = sheet.create('bpmn:BoundaryEvent', {
        id: sheet.ids.take(`${step.id}_${exit}`, 'Boundary'),
        name: plain(sheet.exitName(step, exit)),
        attachedToRef: element,
        extensionElements: sheet.extension('Exit', undefined, { on: exit }),
        eventDefinitions: [boundaryDefinition(sheet, kind, timeOf(step))],
      });
      sheet.elements.push(event);
      return [exit, event];
    }),
  );
}

function timeOf(step: Step): { duration?: string | undefined; date?: string | undefined } {
  if (step.type === 'wait') return { duration: step.for, date: step.until };
  return {
    duration: 'timeout' in step ? step.timeout : undefined,
    date: 'until' in step ? step.until : undefined,
  };
}
