import type { z } from 'zod';
import type { ActionContext } from './context.ts';
import type { AnyAction } from './define-action.ts';
import type { Actions, PluginDefinition } from './define-plugin.ts';

/**
 * Gives every action of a plugin its handler; one that is missing does not compile. Input arrives checked and with its defaults;
 * throw `ActionError` for failures that scenarios should tell apart.
 *
 * @example export const server = defineHandlers(hello, { actions: { greet: async ({ name }) => `Hello, ${name}` } });
 */
export function defineHandlers<A extends Actions>(
  definition: PluginDefinition<A>,
  { actions }: { actions: { [K in keyof A]: ActionHandler<A[K]> } },
): PluginHandlers {
  return { definition, actions };
}

/** Carries an action out. */
export type ActionHandler<A extends AnyAction> = (
  input: z.output<A['input']>,
  context: ActionContext,
) => Promise<z.input<A['output']>>;

/** A plugin's second door: what it does. */
export interface PluginHandlers {
  definition: PluginDefinition;
  actions: Readonly<Record<string, (input: never, context: ActionContext) => Promise<unknown>>>;
}
