import { join, type Connection } from '../editing/connections.ts';
import { makeStep, type NewStep } from '../editing/new-step.ts';
import type { Command } from './command.ts';

/**
 * Adds a step, connected from another one where `after` is given. Gives the id it got.
 *
 * @example store.execute(addStep({ step: { type: 'message' }, at: { x: 0, y: 120 }, after: { from: 'greet' } }))
 */
export function addStep(input: NewStep & { after?: Omit<Connection, 'to'> }): Command<{ id: string }> {
  return {
    name: 'step.add',
    values: { id: input.step.id ?? input.step.type },
    run(document) {
      const made = makeStep(document, input);
      if (!made.ok || !input.after) return made;
      const joined = join(document, { ...input.after, to: made.value.id });
      return joined.ok ? made : joined;
    },
  };
}
