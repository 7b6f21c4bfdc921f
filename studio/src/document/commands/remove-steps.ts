import { takeOut, type TakenOut } from '../editing/take-out.ts';
import type { Command } from './command.ts';

/** Deletes steps with their flows. A trigger moves on to the step that followed; says what went with the steps. */
export function removeSteps(input: { steps: readonly string[] }): Command<TakenOut> {
  return {
    name: 'step.remove',
    values: { count: input.steps.length },
    run: (document) => takeOut(document, input.steps, false),
  };
}
