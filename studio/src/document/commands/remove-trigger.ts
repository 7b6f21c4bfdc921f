import { done, type Command } from './command.ts';
import { refuse } from './refuse.ts';

/** Deletes a trigger. */
export function removeTrigger(input: { id: string }): Command {
  return {
    name: 'trigger.remove',
    values: { id: input.id },
    run(document) {
      if (!document.get('triggers', input.id)) return refuse('unknown_trigger', input.id);
      document.remove('triggers', input.id);
      return done();
    },
  };
}
