import { server as http } from '@scenarium/plugin-http/server';
import { server as openai } from '@scenarium/plugin-llm-openai/server';
import type { PluginHandlers } from '@scenarium/sdk';

/** The plugins that come with the server. */
export const installedPlugins: readonly PluginHandlers[] = [http, openai];
