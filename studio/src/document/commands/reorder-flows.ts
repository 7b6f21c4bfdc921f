import { done, type Command } from './command.ts';
import { refuse } from './refuse.ts';

/** Puts the flows of a step in another order, which is the order in which they are tried. `flows` names them all. */
export function reorderFlows(input: { step: string; flows: readonly string[] }): Command {
  return {
    name: 'flow.reorder',
    values: { id: input.step },
    run(document) {
      const ids = document.flowsFrom(input.step).map(({ id }) => id);
      const isOrder = ids.length === input.flows.length && new Set(input.flows).size === ids.length;
      if (!isOrder || !ids.every((id) => input.flows.includes(id))) return refuse('not_an_order');
      const places = ids.map((id) => document.position('flows', id));
      const flows = input.flows.map((id) => document.flow(id));
      if (ids.every((id, i) => id === input.flows[i])) return done();
      for (const id of ids) document.remove('flows', id);
      flows.forEach((flow, i) => flow && document.put('flows', flow.id, flow, places[i]));
      return done();
    },
  };
}
