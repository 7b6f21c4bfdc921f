import type { Scenario } from '@scenarium/language';
import { isSame, rewrite, type Command, type CommandName } from '../../../document/index.ts';
import { changesBetween, type Changes } from './changes-between.ts';

interface Name {
  name: CommandName;
  values?: Record<string, string | number>;
}

/** The command that a gesture in the diagram was: it makes `before` exactly `after`, under the name of what was done. Undefined: nothing. */
export function drawnCommand(before: Scenario, after: Scenario): Command | undefined {
  if (isSame(before, after)) return undefined;
  const { name, values = {} } = nameOf(changesBetween(before, after), after);
  return { ...rewrite({ scenario: after, as: 'bpmn' }), name, values };
}

function nameOf(changes: Changes, after: Scenario): Name {
  const { steps, flows, triggers, other } = changes;
  if (other && steps.added.length === 0) return { name: 'document.bpmn' };
  if (!steps.any && !triggers.any && !flows.any && !other) return ofPlaces(changes);
  if (steps.any) return ofSteps(changes);
  if (triggers.any) return flows.any ? { name: 'document.bpmn' } : ofTriggers(changes);
  return ofFlows(changes, after);
}

function ofPlaces({ moved, notes }: Changes): Name {
  if (moved.length > 0 || !notes.any) return { name: 'step.move', values: { count: moved.length } };
  if (notes.added.length > 0) return { name: 'note.add' };
  return notes.removed.length > 0
    ? { name: 'note.remove', values: { count: notes.removed.length } }
    : { name: 'note.change' };
}

function ofSteps({ steps, flows, triggers }: Changes): Name {
  const { added, removed, changed, renamed } = steps;
  const [first = ''] = [...added, ...renamed];
  if (added.length === 1 && removed.length + changed.length === 0)
    return { name: flows.reconnected.length > 0 ? 'step.insert' : 'step.add', values: { id: first } };
  if (added.length > 1 && removed.length + changed.length === 0) return { name: 'step.paste' };
  if (removed.length > 0 && added.length + changed.length === 0) {
    const joins = flows.reconnected.length + triggers.changed.length > 0;
    return { name: joins ? 'step.cut-out' : 'step.remove', values: { count: removed.length } };
  }
  if (renamed.length === 1 && changed.length === 1 && !flows.any && added.length + removed.length === 0)
    return { name: 'step.rename', values: { id: first } };
  return { name: 'document.bpmn' };
}

function ofTriggers({ triggers: { added, removed, changed } }: Changes): Name {
  const [id = ''] = [...added, ...removed, ...changed];
  if (added.length + removed.length + changed.length > 1) return { name: 'document.bpmn' };
  if (added.length > 0) return { name: 'trigger.add', values: { id } };
  return { name: removed.length > 0 ? 'trigger.remove' : 'trigger.change', values: { id } };
}

function ofFlows({ flows: { added, removed, changed, reconnected } }: Changes, after: Scenario): Name {
  const [made] = added;
  const flow = after.flows.find(({ id }) => id === made);
  if (flow && added.length === 1 && removed.length + changed.length === 0)
    return { name: 'flow.connect', values: { from: flow.from, to: flow.to } };
  if (removed.length > 0 && added.length + changed.length === 0)
    return { name: 'flow.remove', values: { count: removed.length } };
  if (changed.length === 1 && added.length + removed.length === 0)
    return { name: reconnected.length > 0 ? 'flow.reconnect' : 'flow.change' };
  return { name: 'document.bpmn' };
}
