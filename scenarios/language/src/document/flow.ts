import { z } from 'zod';
import { Expression, Id } from './names.ts';

/**
 * A transition. `on` names the exit of the step it leaves by: `next`, `else`, `error`, `timeout`, `failed`, `reply`,
 * `unknown`, `other`, `limit`, `exhausted`, `option:<id>`, `case:<id>`, `intent:<id>`. `when` (condition steps only) is an expression; flows of one exit are tried in document order.
 */
export const Flow = z.strictObject({
  id: Id,
  from: Id,
  to: Id,
  on: z
    .string()
    .regex(
      /^(next|else|error|timeout|failed|reply|unknown|other|limit|exhausted|(option|case|intent):[\w.-]{1,64})$/,
      'is not the name of an exit',
    )
    .default('next'),
  when: Expression.optional(),
});
export type Flow = z.infer<typeof Flow>;
