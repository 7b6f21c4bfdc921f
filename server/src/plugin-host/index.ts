export { createPluginHost, type ActionCatalog, type PluginHost } from './create-plugin-host.ts';
export { createHttpClient } from './http-client/create-http-client.ts';
export { installedPlugins } from './installed.ts';
