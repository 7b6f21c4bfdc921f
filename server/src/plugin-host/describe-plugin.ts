import type { LocalisedText } from '@scenarium/language';
import type { ChannelDefinition, PluginDefinition } from '@scenarium/sdk';
import { z } from 'zod';
import type { JsonSchema } from './describe-action.ts';

/** A plugin as the studio sees it: its forms are drawn from this. */
export interface PluginEntry {
  id: string;
  version: string;
  title: LocalisedText;
  description: LocalisedText;
  /** Form of a connection; null when the plugin needs none. */
  config: JsonSchema | null;
  /** Full names. */
  actions: string[];
  models: string[];
  retrievers: { id: string; title: LocalisedText }[];
  channels: ChannelDefinition[];
  events: string[];
  listsModels: boolean;
  hasHealthcheck: boolean;
}

export function describePlugin(
  { id, version, title, description, config, actions, models, retrievers, channels, events = [] }: PluginDefinition,
  can: Pick<PluginEntry, 'listsModels' | 'hasHealthcheck'>,
): PluginEntry {
  return {
    id,
    version,
    title,
    description,
    config: config ? z.toJSONSchema(config, { io: 'input' }) : null,
    actions: Object.keys(actions).map((action) => `${id}.${action}`),
    models: Object.keys(models),
    retrievers: Object.values(retrievers).map((retriever) => ({ id: retriever.id, title: retriever.title })),
    channels: Object.values(channels),
    events: [...events],
    ...can,
  };
}
