export {
  catalogOf,
  createPluginHost,
  modelOf,
  type ActionCatalog,
  type Health,
  type PluginHost,
  type PluginHostOptions,
  type Use,
} from './create-plugin-host.ts';
export type { ActiveConnection, ConnectionSource } from './connections.ts';
export type { PluginEntry } from './describe-plugin.ts';
export type { PluginCall, PluginState } from './statistics.ts';
export type { ActionCall, ActionOutcome } from './call.ts';
export type { CatalogEntry, JsonSchema } from './describe-action.ts';
export { installedPlugins } from './installed.ts';
export { createHttpClient, type GuardedClient, type HttpClientOptions } from './http-client/create-http-client.ts';
export { loadPlugins, type LoadedPlugins, type RefusedPlugin } from './load-plugins.ts';
