import { z } from 'zod';
import { Id } from './names.ts';

const base = { id: Id, step: Id };

/**
 * What starts a run, and at which step.
 * `conversation`: somebody begins to talk · `command`: a named command from a channel or the API · `event`: a platform event ·
 * `internal`: called from another scenario.
 */
export const Trigger = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('conversation'), ...base }),
  z.strictObject({ type: z.literal('command'), command: z.string().regex(/^[\w-]{1,64}$/), ...base }),
  z.strictObject({ type: z.literal('event'), event: z.string().min(1).max(128), ...base }),
  z.strictObject({ type: z.literal('internal'), ...base }),
]);
export type Trigger = z.infer<typeof Trigger>;
