import { server as http } from '@scenarium/plugin-http/server';
import type { PluginHandlers } from '@scenarium/sdk';

/** The plugins that come with the server. */
export const installedPlugins: readonly PluginHandlers[] = [http];
