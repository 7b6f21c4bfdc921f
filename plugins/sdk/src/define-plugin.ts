import type { LocalisedText } from '@scenarium/language';
import type { AnyAction } from './define-action.ts';

/**
 * Declares a plugin. An action stands under its own id.
 *
 * @example
 * export const hello = definePlugin({
 *   id: 'hello',
 *   version: '1.0.0',
 *   title: { en: 'Hello', ru: 'Привет' },
 *   description: { en: 'Greets people', ru: 'Приветствует людей' },
 *   actions: { greet },
 * });
 */
export function definePlugin<A extends Actions>(plugin: PluginDefinition<A & OwnIds<A>>): PluginDefinition<A> {
  return plugin;
}

/** A plugin's first door: what it is, as data. */
export interface PluginDefinition<A extends Actions = Actions> {
  /** Small letters, digits, `-`; scenarios name its actions `plugin.action`. */
  id: string;
  version: string;
  title: LocalisedText;
  description: LocalisedText;
  actions: A;
}

export type Actions = Readonly<Record<string, AnyAction>>;

type OwnIds<A> = { readonly [K in keyof A]: { id: K } };
