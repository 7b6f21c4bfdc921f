import { fittingFlow, isMany } from '../editing/connections.ts';
import { done, type Command } from './command.ts';
import { refuse } from './refuse.ts';

/**
 * Changes the exit or the condition of a flow (`when: undefined` takes it away). A flow that has the exit already, where it is for one
 * only, gets the exit that became free.
 */
export function changeFlow(input: { flow: string; on?: string; when?: string | undefined }): Command {
  return {
    name: 'flow.change',
    ...('when' in input && { group: `flow:${input.flow}:when` }),
    run(document) {
      const flow = document.flow(input.flow);
      if (!flow) return refuse('unknown_flow', input.flow);
      const on = input.on ?? flow.on;
      const { when: _, ...bare } = flow;
      const when = 'when' in input ? input.when : on === flow.on ? flow.when : undefined;
      const next = fittingFlow(document, { ...bare, on, ...(when !== undefined && { when }) });
      if (!next.ok) return next;
      const other = document.flowsFrom(flow.from).find(({ id, on: taken }) => id !== flow.id && taken === on);
      document.put('flows', flow.id, next.value);
      if (other && on !== flow.on && !isMany(document, flow.from, on)) {
        const { when: __, ...swapped } = other;
        document.put('flows', other.id, { ...swapped, on: flow.on });
      }
      return done();
    },
  };
}
