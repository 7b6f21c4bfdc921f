import { server as amocrm } from '@scenarium/plugin-crm-amocrm/server';
import { server as http } from '@scenarium/plugin-http/server';
import { server as gigachat } from '@scenarium/plugin-llm-gigachat/server';
import { createGgufServer } from '@scenarium/plugin-llm-gguf/server';
import { server as ollama } from '@scenarium/plugin-llm-ollama/server';
import { server as openai } from '@scenarium/plugin-llm-openai/server';
import { server as yandexgpt } from '@scenarium/plugin-llm-yandexgpt/server';
import { server as mockChannel } from '@scenarium/plugin-mock-channel/server';
import { server as mockCrm } from '@scenarium/plugin-mock-crm/server';
import { server as mockLlm } from '@scenarium/plugin-mock-llm/server';
import { server as mockRag } from '@scenarium/plugin-mock-rag/server';
import { createMcpServer, type McpServerOptions } from '@scenarium/plugin-tool-mcp/server';
import type { PluginHandlers } from '@scenarium/sdk';
import { startProcess } from '../platform/processes/start-process.ts';

/** What an installation says of the plugins that come with the server. */
export interface InstalledPluginsOptions extends McpServerOptions {
  /** Where the files of local models lie. */
  modelsDirectory: string;
}

/**
 * The plugins that come with the server.
 *
 * @example installedPlugins({ modelsDirectory: '/srv/scenarium/data/models', stdioServers: {} })
 */
export function installedPlugins({ modelsDirectory, ...options }: InstalledPluginsOptions): readonly PluginHandlers[] {
  const gguf = createGgufServer({ modelsDirectory, startProcess });
  const mcp = createMcpServer(options);
  return [http, amocrm, openai, ollama, yandexgpt, gigachat, gguf, mcp, mockLlm, mockCrm, mockRag, mockChannel];
}
