import RuleProvider from 'diagram-js/lib/features/rules/RuleProvider';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type { Setting } from './setting.ts';

const FIRST = 3_000;

/** What a scenario has no place for: sizes, bends, and boundary events by hand (they come with the exit that a flow leaves by). */
const NEVER = ['shape.resize', 'connection.updateWaypoints', 'shape.attach'];

const CHANGES = [
  'connection.create',
  'connection.reconnect',
  'elements.create',
  'elements.delete',
  'elements.move',
  'shape.append',
  'shape.create',
  'shape.replace',
];

/** What may be done in the diagram. */
export class ScenarioRules extends RuleProvider {
  static override $inject = ['eventBus', 'setting'];

  constructor(eventBus: EventBus, { readOnly }: Setting) {
    super(eventBus);
    this.addRule(NEVER, FIRST, () => false);
    if (!readOnly) return;
    this.addRule(CHANGES, FIRST, () => false);
    eventBus.on('element.dblclick', FIRST, () => false);
    eventBus.on('editorActions.allowed', FIRST, ({ action }: { action: string }) =>
      ['directEditing', 'paste', 'duplicate', 'cut', 'spaceTool'].includes(action) ? false : undefined,
    );
  }
}
