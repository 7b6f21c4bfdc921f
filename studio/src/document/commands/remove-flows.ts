import { done, type Command } from './command.ts';
import { refuse } from './refuse.ts';

/** Deletes flows. */
export function removeFlows(input: { flows: readonly string[] }): Command {
  return {
    name: 'flow.remove',
    values: { count: input.flows.length },
    run(document) {
      const unknown = input.flows.find((id) => !document.flow(id));
      if (unknown !== undefined) return refuse('unknown_flow', unknown);
      for (const id of input.flows) document.remove('flows', id);
      return done();
    },
  };
}
