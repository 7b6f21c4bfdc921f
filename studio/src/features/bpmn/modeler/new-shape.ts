import type { StepType } from '@scenarium/language';
import { blanks } from '../../../document/commands/blank-step.ts';
import { kinds } from './kinds.ts';
import type { Element, Injector, Shape } from './services.ts';

/** Makes the shape of a new step: its element holds what such a step begins with, so that it is read as that type. */
export function newStep(injector: Injector, type: StepType): Shape {
  const { element, definition } = kinds[type];
  const id = freeId(injector, type);
  const step = { id, type, ...blanks[type](id, {}).fields };
  return made(injector, { id, element, definition, extension: 'Step', type, data: step });
}

/** Makes the shape of a new beginning. */
export function newTrigger(injector: Injector): Shape {
  const id = freeId(injector, 'start');
  const isFirst =
    injector.get('elementRegistry').filter((one) => (one as Element).type === 'bpmn:StartEvent').length === 0;
  const trigger = isFirst ? { type: 'conversation' } : { type: 'command', command: id };
  return made(injector, {
    id,
    element: 'StartEvent',
    definition: 'MessageEventDefinition',
    extension: 'Trigger',
    type: trigger.type,
    data: { id, ...trigger },
  });
}

/** Makes the shape of a new note. */
export function newNote(injector: Injector): Shape {
  const businessObject = injector.get('bpmnFactory').create('bpmn:TextAnnotation', { id: freeId(injector, 'note') });
  return injector
    .get('elementFactory')
    .createShape({ type: 'bpmn:TextAnnotation', businessObject, width: 200, height: 120 });
}

interface Wanted {
  id: string;
  element: string;
  definition: string | undefined;
  extension: string;
  type: string;
  data: object;
}

function made(injector: Injector, { id, element, definition, extension, type, data }: Wanted): Shape {
  const factory = injector.get('bpmnFactory');
  const ours = factory.create(`scenarium:${extension}`, { type, data: JSON.stringify(data) });
  const businessObject = factory.create(`bpmn:${element}`, {
    id,
    extensionElements: factory.create('bpmn:ExtensionElements', { values: [ours] }),
  });
  return injector.get('elementFactory').createShape({
    type: `bpmn:${element}`,
    businessObject,
    ...(definition && { eventDefinitionType: `bpmn:${definition}` }),
  });
}

function freeId(injector: Injector, wanted: string): string {
  const registry = injector.get('elementRegistry');
  if (!registry.get(wanted)) return wanted;
  for (let number = 2; ; number += 1) if (!registry.get(`${wanted}-${number}`)) return `${wanted}-${number}`;
}
