import type { z } from 'zod';
import type { ActionContext } from './context.ts';
import type { ActionDefinition } from './define-action.ts';
import type { PluginDefinition } from './define-plugin.ts';

/** Carries an action out. Throw `ActionError` for failures that scenarios should tell apart. */
export type ActionHandler<D extends ActionDefinition> = (
  input: z.infer<D['input']>,
  context: ActionContext,
) => Promise<z.infer<D['output']>>;

/** A plugin's second door: what it does. */
export interface PluginHandlers {
  definition: PluginDefinition;
  actions: Record<string, (input: never, context: ActionContext) => Promise<unknown>>;
}

/**
 * Gives every action of a plugin its handler; one that is missing does not compile.
 * @example export const server = defineHandlers(hello, { greet: async ({ name }) => `Hello, ${name}` });
 */
export function defineHandlers<A extends Record<string, ActionDefinition>>(
  definition: PluginDefinition<A>,
  actions: { [K in keyof A]: ActionHandler<A[K]> },
): PluginHandlers {
  return {
    definition: definition as unknown as PluginDefinition,
    actions: actions as unknown as PluginHandlers['actions'],
  };
}
