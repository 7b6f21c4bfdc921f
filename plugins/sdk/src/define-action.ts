import type { LocalisedText } from '@scenarium/language';
import type { z } from 'zod';

/**
 * Declares an action: pure data, safe to load in a browser.
 *
 * @example
 * const greet = defineAction({
 *   id: 'greet',
 *   title: { en: 'Greet', ru: 'Поприветствовать' },
 *   description: { en: 'Says hello', ru: 'Здоровается' },
 *   input: z.object({ name: z.string() }),
 *   output: z.string(),
 *   repeat: 'safe',
 * });
 */
export function defineAction<const Id extends string, I extends z.ZodObject, O extends z.ZodType>(
  action: ActionDefinition<Id, I, O>,
): ActionDefinition<Id, I, O> {
  return action;
}

/**
 * What may be done after a crash, when nobody knows whether the action happened. `safe`: call again freely · `keyed`: call again with
 * the same idempotency key · `never`: do not call again, the step fails with `outcome_unknown`.
 */
export type Repeat = 'safe' | 'keyed' | 'never';

export interface ActionDefinition<Id extends string, I extends z.ZodObject, O extends z.ZodType> extends AnyAction {
  id: Id;
  input: I;
  output: O;
  repeat: Repeat | ((input: z.output<I>) => Repeat);
  example?: z.input<I>;
}

/** An action whose types are not known here. */
export interface AnyAction {
  /** Small letters, digits, `-`; scenarios name it `plugin.action`. */
  id: string;
  title: LocalisedText;
  description: LocalisedText;
  /** The studio draws its form from it. */
  input: z.ZodObject;
  /** What the scenario gets; its JSON may have up to 256 KB. */
  output: z.ZodType;
  repeat: Repeat | ((input: never) => Repeat);
  /** Deadline where the step gives none. Milliseconds; 30,000 when absent. */
  timeoutMs?: number;
  /** An input to show and to try the action with. */
  example?: object;
}
