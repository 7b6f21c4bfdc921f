import { z } from 'zod';
import { stepBase, type StepDefinition } from './definition.ts';

/** Goes by all of its `next` flows at once; the branches meet again at a `join`. */
export const ParallelStep = z.strictObject({ ...stepBase, type: z.literal('parallel') });
export type ParallelStep = z.infer<typeof ParallelStep>;

export const parallel: StepDefinition<ParallelStep> = {
  schema: ParallelStep,
  waits: false,
  canFail: false,
  exits: () => [{ name: 'next', required: true, many: true }],
};
