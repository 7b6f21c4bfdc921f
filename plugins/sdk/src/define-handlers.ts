import type { Json } from '@scenarium/language';
import type { z } from 'zod';
import type { ActionContext, ServiceContext } from './context.ts';
import type { AnyAction } from './define-action.ts';
import type { ChannelHandlers } from './define-channel.ts';
import type { ChatModelFactory, EmbeddingsFactory, ModelLister } from './define-model.ts';
import type { Actions, Channels, Models, PluginDefinition, Retrievers } from './define-plugin.ts';
import type { Retrieve } from './define-retriever.ts';
import type { ToolLister } from './listed-tool.ts';

/**
 * Gives every action, model, retriever and channel of a plugin its handler; one that is missing does not compile. Input arrives checked and
 * with its defaults; throw `ActionError` for failures that scenarios should tell apart.
 *
 * @example export const server = defineHandlers(hello, { actions: { greet: async ({ name }, { config }) => `${config.greeting}, ${name}` } });
 */
export function defineHandlers<
  C extends z.ZodObject,
  A extends Actions,
  M extends Models,
  R extends Retrievers,
  H extends Channels,
>(
  definition: PluginDefinition<C, A, M, R, H>,
  handlers: HandlersOf<z.output<C>, { actions: A; models: M; retrievers: R; channels: H }>,
): PluginHandlers {
  return {
    actions: {},
    models: {},
    retrievers: {},
    channels: {},
    ...handlers,
    definition,
  } as unknown as PluginHandlers;
}

type HandlersOf<C, P extends Offers> = OptionalIfEmpty<
  'actions',
  { [K in keyof P['actions']]: P['actions'][K] extends AnyAction ? ActionHandler<P['actions'][K], C> : never }
> &
  OptionalIfEmpty<
    'models',
    { [K in keyof P['models']]: K extends 'chat' ? ChatModelFactory<C> : EmbeddingsFactory<C> }
  > &
  OptionalIfEmpty<'retrievers', { [K in keyof P['retrievers']]: Retrieve<C> }> &
  OptionalIfEmpty<'channels', { [K in keyof P['channels']]: ChannelHandlers<C> }> & {
    listModels?: ModelLister<C>;
    /** Lists the tools that an action with `tool.expands` stands for. */
    expandTools?: { [K in keyof P['actions']]?: ToolLister<C> };
    /** Is the service behind a connection well? Throws what is wrong, in words for an administrator. */
    healthcheck?: (context: ServiceContext & { config: C }) => Promise<void>;
    /** Hears of what it asked for in `events`. */
    onEvent?: (event: PluginEvent, context: ServiceContext & { config: C }) => Promise<void>;
  };

/** What a plugin offers. */
interface Offers {
  actions: Actions;
  models: Models;
  retrievers: Retrievers;
  channels: Channels;
}

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
  channels: Readonly<Record<string, ChannelHandlers<never>>>;
  listModels?: ModelLister<never>;
  expandTools?: Readonly<Record<string, ToolLister<never> | undefined>>;
  healthcheck?: (context: ServiceContext & { config: never }) => Promise<void>;
  onEvent?: (event: PluginEvent, context: ServiceContext & { config: never }) => Promise<void>;
}
