import RuleProvider from 'diagram-js/lib/features/rules/RuleProvider';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type { Element, Shape } from './services.ts';
import type { Setting } from './setting.ts';

const FIRST = 3_000;

/** What a scenario has no place for: bends, and boundary events by hand (they come with the exit that a flow leaves by). */
const NEVER = ['connection.updateWaypoints', 'shape.attach'];

const CHANGES = [
  'connection.create',
  'connection.reconnect',
  'elements.create',
  'elements.delete',
  'elements.move',
  'shape.append',
  'shape.create',
  'shape.replace',
  'shape.resize',
];

const isNote = (element: Element | undefined): boolean => element?.type === 'bpmn:TextAnnotation';

/** What may be done in the diagram. */
export class ScenarioRules extends RuleProvider {
  static override $inject = ['eventBus', 'setting'];

  constructor(eventBus: EventBus, { readOnly }: Setting) {
    super(eventBus);
    this.addRule(NEVER, FIRST, () => false);
    this.addRule('shape.resize', FIRST, ({ shape }: { shape: Element }) => (isNote(shape) ? undefined : false));
    this.addRule('elements.move', FIRST, ({ shapes }: { shapes: Element[] }) =>
      shapes.every(({ type }) => type === 'bpmn:BoundaryEvent') ? false : undefined,
    );
    this.addRule('connection.create', FIRST, connects);
    if (!readOnly) return;
    this.addRule(CHANGES, FIRST, () => false);
    eventBus.on('element.dblclick', FIRST, () => false);
    eventBus.on('editorActions.allowed', FIRST, ({ action }: { action: string }) =>
      ['directEditing', 'removeSelection', 'duplicate', 'spaceTool'].includes(action) ? false : undefined,
    );
  }
}

/** Notes are tied to nothing; a start and an exit lead to one step. */
function connects({ source, target }: { source: Shape; target: Shape }): false | undefined {
  const isSingle = source?.type === 'bpmn:StartEvent' || source?.type === 'bpmn:BoundaryEvent';
  if (isSingle && source.outgoing.length > 0) return false;
  return isNote(source) || isNote(target) ? false : undefined;
}
