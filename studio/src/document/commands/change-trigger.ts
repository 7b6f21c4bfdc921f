import { isSame } from '../editing/values.ts';
import { fittingTrigger } from './add-trigger.ts';
import { done, type Command } from './command.ts';
import { refuse } from './refuse.ts';

/** Replaces what a trigger is but for its id: `change` names its fields, those of another kind go with a new `type`. */
export function changeTrigger(input: { id: string; change: Readonly<Record<string, unknown>> }): Command {
  const { id, change } = input;
  return {
    name: 'trigger.change',
    values: { id },
    group: `trigger:${id}:${Object.keys(change).join()}`,
    run(document) {
      const before = document.get('triggers', id);
      if (!before) return refuse('unknown_trigger', id);
      const isOther = change['type'] !== undefined && change['type'] !== before.type;
      const after = fittingTrigger(document, { ...(isOther ? { step: before.step } : before), ...change, id });
      if (!after.ok) return after;
      if (!isSame(before, after.value)) document.put('triggers', id, after.value);
      return done();
    },
  };
}
