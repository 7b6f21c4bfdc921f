import { z } from 'zod';

/** Bounds of a run. `stepsPerTurn`: steps executed after one incoming event (a loop without input ends here). */
export const Limits = z.strictObject({
  stepsPerTurn: z.int().min(1).max(1_000).default(200),
  turns: z.int().min(1).optional(),
  duration: z.string().max(50).optional(),
});
export type Limits = z.infer<typeof Limits>;
