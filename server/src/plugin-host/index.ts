export { createPluginHost, type ActionCatalog, type PluginHost, type PluginHostOptions } from './create-plugin-host.ts';
export type { ActionCall, ActionOutcome } from './call.ts';
export type { CatalogEntry, JsonSchema } from './describe-action.ts';
export { installedPlugins } from './installed.ts';
export { createHttpClient, type GuardedClient, type HttpClientOptions } from './http-client/create-http-client.ts';
