import type { LocalisedText } from '@scenarium/language';
import type { z } from 'zod';
import type { AnyAction } from './define-action.ts';
import type { ChannelDefinition } from './define-channel.ts';
import type { ModelDefinition } from './define-model.ts';
import type { RetrieverDefinition } from './define-retriever.ts';

/**
 * Declares a plugin. An action, a tool, a retriever or a channel stands under its own id, a model under its kind.
 *
 * @example
 * export const hello = definePlugin({
 *   id: 'hello',
 *   version: '1.0.0',
 *   sdk: '^0.1.0',
 *   title: { en: 'Hello', ru: 'Привет' },
 *   description: { en: 'Greets people', ru: 'Приветствует людей' },
 *   config: z.object({ greeting: z.string().default('Hello') }),
 *   actions: { greet },
 * });
 */
export function definePlugin<
  C extends z.ZodObject = z.ZodObject<Record<never, never>>,
  A extends Actions = Record<never, never>,
  M extends Models = Record<never, never>,
  R extends Retrievers = Record<never, never>,
  H extends Channels = Record<never, never>,
>(plugin: PluginInput<C, A, M, R, H>): PluginDefinition<C, A, M, R, H> {
  return { actions: {} as A, models: {} as M, retrievers: {} as R, channels: {} as H, ...plugin };
}

/** A plugin's first door: what it is, as data. */
export interface PluginDefinition<
  C extends z.ZodObject = z.ZodObject,
  A extends Actions = Actions,
  M extends Models = Models,
  R extends Retrievers = Retrievers,
  H extends Channels = Channels,
> {
  /** Small letters, digits, `-`; scenarios name its actions `plugin.action`. */
  id: string;
  version: string;
  /** Versions of the SDK it works with, as npm writes ranges: `^0.1.0`. */
  sdk: string;
  title: LocalisedText;
  description: LocalisedText;
  /** What a connection of it holds: the studio draws the form. Absent: it works without a connection. */
  config?: C;
  actions: A;
  models: M;
  retrievers: R;
  channels: H;
  /** Names of events it wants to hear of (`conversation.started`); `*` at the end stands for any rest (`ticket.*`). */
  events?: readonly string[];
}

/** A plugin as its author writes it: what it does not have is left out. */
export type PluginInput<
  C extends z.ZodObject,
  A extends Actions,
  M extends Models,
  R extends Retrievers,
  H extends Channels,
> = Omit<PluginDefinition<C, A, M, R, H>, 'actions' | 'models' | 'retrievers' | 'channels'> & {
  actions?: A & OwnIds<A>;
  models?: M;
  retrievers?: R & OwnIds<R>;
  channels?: H & OwnIds<H>;
};

export type Actions = Readonly<Record<string, AnyAction>>;
export type Models = { readonly [K in ModelDefinition['kind']]?: ModelDefinition<K> };
export type Retrievers = Readonly<Record<string, RetrieverDefinition>>;
export type Channels = Readonly<Record<string, ChannelDefinition>>;

type OwnIds<A> = { readonly [K in keyof A]: { id: K } };
