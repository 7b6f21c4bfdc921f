import type { LocalisedText } from '@scenarium/language';
import type { ActionDefinition } from './define-action.ts';

/** A plugin's first door: what it is, as data. Scenarios name its actions `id.action`. */
export interface PluginDefinition<A extends Record<string, ActionDefinition> = Record<string, ActionDefinition>> {
  /** Small letters, digits, `-`. */
  id: string;
  version: string;
  title: LocalisedText;
  description: LocalisedText;
  actions: A;
}

/**
 * Declares a plugin.
 * @example export const hello = definePlugin({ id: 'hello', version: '1.0.0', title, description, actions: { greet } });
 */
export function definePlugin<const A extends Record<string, ActionDefinition>>(
  plugin: PluginDefinition<A>,
): PluginDefinition<A> {
  return plugin;
}
