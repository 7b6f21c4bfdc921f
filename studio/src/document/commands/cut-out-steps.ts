import { takeOut, type TakenOut } from '../editing/take-out.ts';
import type { Command } from './command.ts';

/** Deletes steps and joins what came before them to what came after. */
export function cutOutSteps(input: { steps: readonly string[] }): Command<TakenOut> {
  return {
    name: 'step.cut-out',
    values: { count: input.steps.length },
    run: (document) => takeOut(document, input.steps, true),
  };
}
