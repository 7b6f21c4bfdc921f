import { cutOut } from '../clipboard/copy-steps.ts';
import { putIn, type PutIn } from '../clipboard/put-in.ts';
import type { Point } from '../editing/rows.ts';
import type { Command } from './command.ts';
import { refuse } from './refuse.ts';

/** Copies steps beside themselves, with the notes that go along. Their texts are copied too: a duplicate is made to be changed. */
export function duplicateSteps(input: {
  steps: readonly string[];
  notes?: readonly string[];
  at?: Point;
}): Command<PutIn> {
  return {
    name: 'step.duplicate',
    values: { count: input.steps.length },
    run(document) {
      const unknown = input.steps.find((id) => !document.step(id));
      if (unknown !== undefined) return refuse('unknown_step', unknown);
      const fragment = cutOut(document, input.steps, input.notes);
      if (!fragment) return refuse('unknown_step', '');
      return putIn(document, fragment, { texts: 'copied', ...(input.at && { at: input.at }) });
    },
  };
}
