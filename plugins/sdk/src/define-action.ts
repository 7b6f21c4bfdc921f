import type { LocalisedText } from '@scenarium/language';
import type { z } from 'zod';

/**
 * What may be done after a crash, when nobody knows whether the action happened. `safe`: do it again · `keyed`: do it again with the
 * same idempotency key · `never`: do not; the step fails with `outcome_unknown`.
 */
export type Repeat = 'safe' | 'keyed' | 'never';

/** An action as data: safe to load in a browser. `input` is an object schema; the studio draws its form from it. */
export interface ActionDefinition<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> {
  title: LocalisedText;
  description: LocalisedText;
  input: I;
  output: O;
  repeat: Repeat | ((input: z.infer<I>) => Repeat);
  /** Deadline where the step gives none; 30,000 ms when absent. */
  timeoutMs?: number;
}

/**
 * Declares an action.
 * @example
 * const greet = defineAction({
 *   title: { en: 'Greet', ru: 'Приветствие' }, description: { en: 'Says hello', ru: 'Здоровается' },
 *   input: z.object({ name: z.string() }), output: z.string(), repeat: 'safe',
 * });
 */
export function defineAction<I extends z.ZodObject, O extends z.ZodType>(
  action: ActionDefinition<I, O>,
): ActionDefinition<I, O> {
  return action;
}
