import type { Json } from '@scenarium/language';
import type { z } from 'zod';
import type { ActionContext, ServiceContext } from './context.ts';
import type { AnyAction } from './define-action.ts';
import type { ChatModelFactory, EmbeddingsFactory, ModelLister } from './define-model.ts';
import type { Actions, Models, PluginDefinition, Retrievers } from './define-plugin.ts';
import type { Retrieve } from './define-retriever.ts';
import type { ToolLister } from './listed-tool.ts';

/**
 * Gives every action, model and retriever of a plugin its handler; one that is missing does not compile. Input arrives checked and
 * with its defaults; throw `ActionError` for failures that scenarios should tell apart.
 *
 * @example export const server = defineHandlers(hello, { actions: { greet: async ({ name }, { config }) => `${config.greeting}, ${name}` } });
 */
export function defineHandlers<C extends z.ZodObject, A extends Actions, M extends Models, R extends Retrievers>(
  definition: PluginDefinition<C, A, M, R>,
  handlers: HandlersOf<z.output<C>, A, M, R>,
): PluginHandlers {
  return { actions: {}, models: {}, retrievers: {}, ...handlers, definition } as unknown as PluginHandlers;
}

type HandlersOf<C, A, M, R> = OptionalIfEmpty<
  'actions',
  { [K in keyof A]: A[K] extends AnyAction ? ActionHandler<A[K], C> : never }
> &
  OptionalIfEmpty<'models', { [K in keyof M]: K extends 'chat' ? ChatModelFactory<C> : EmbeddingsFactory<C> }> &
  OptionalIfEmpty<'retrievers', { [K in keyof R]: Retrieve<C> }> & {
    listModels?: ModelLister<C>;
    /** Lists the tools that an action with `tool.expands` stands for. */
    expandTools?: { [K in keyof A]?: ToolLister<C> };
    /** Is the service behind a connection well? Throws what is wrong, in words for an administrator. */
    healthcheck?: (context: ServiceContext & { config: C }) => Promise<void>;
    /** Hears of what it asked for in `events`. */
    onEvent?: (event: PluginEvent, context: ServiceContext & { config: C }) => Promise<void>;
  };

type OptionalIfEmpty<Name extends string, T> = keyof T extends never ? { [K in Name]?: T } : { [K in Name]: T };

/** Carries an action out. */
export type ActionHandler<A extends AnyAction, C = unknown> = (
  input: z.output<A['input']>,
  context: ActionContext<C>,
) => Promise<z.input<A['output']>>;

/** Something that happened on the platform. The same `id` may come twice. */
export interface PluginEvent {
  id: string;
  name: string;
  tenant: string;
  at: string;
  data: Json;
}

/** A plugin's second door: what it does. */
export interface PluginHandlers {
  definition: PluginDefinition;
  actions: Readonly<Record<string, (input: never, context: ActionContext<never>) => Promise<unknown>>>;
  models: { chat?: ChatModelFactory<never>; embeddings?: EmbeddingsFactory<never> };
  retrievers: Readonly<Record<string, Retrieve<never>>>;
  listModels?: ModelLister<never>;
  expandTools?: Readonly<Record<string, ToolLister<never> | undefined>>;
  healthcheck?: (context: ServiceContext & { config: never }) => Promise<void>;
  onEvent?: (event: PluginEvent, context: ServiceContext & { config: never }) => Promise<void>;
}
