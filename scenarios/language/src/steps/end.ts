import { z } from 'zod';
import { stepBase, type StepDefinition } from './definition.ts';

/** Ends the run with an outcome: the conversion that analytics counts. In a called scenario: returns. */
export const EndStep = z.strictObject({
  ...stepBase,
  type: z.literal('end'),
  outcome: z.string().min(1).max(64).default('done'),
});
export type EndStep = z.infer<typeof EndStep>;

export const end: StepDefinition<EndStep> = { schema: EndStep, waits: true, canFail: false, exits: () => [] };
