import { join } from '../editing/connections.ts';
import { makeStep, type NewStep } from '../editing/new-step.ts';
import type { Command } from './command.ts';
import { refuse } from './refuse.ts';

/** Puts a new step in the middle of a flow: the flow leads to it, and it leads where the flow led. */
export function insertStep(input: NewStep & { flow: string; on?: string }): Command<{ id: string }> {
  return {
    name: 'step.insert',
    values: { id: input.step.id ?? input.step.type },
    run(document) {
      const flow = document.flow(input.flow);
      if (!flow) return refuse('unknown_flow', input.flow);
      const made = makeStep(document, input);
      if (!made.ok) return made;
      document.put('flows', flow.id, { ...flow, to: made.value.id });
      const joined = join(document, {
        from: made.value.id,
        to: flow.to,
        ...(input.on !== undefined && { on: input.on }),
      });
      return joined.ok ? made : joined;
    },
  };
}
