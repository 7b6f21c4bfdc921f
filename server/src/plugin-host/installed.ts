import { server as amocrm } from '@scenarium/plugin-crm-amocrm/server';
import { server as http } from '@scenarium/plugin-http/server';
import { server as gigachat } from '@scenarium/plugin-llm-gigachat/server';
import { server as ollama } from '@scenarium/plugin-llm-ollama/server';
import { server as openai } from '@scenarium/plugin-llm-openai/server';
import { server as yandexgpt } from '@scenarium/plugin-llm-yandexgpt/server';
import { server as mockCrm } from '@scenarium/plugin-mock-crm/server';
import { server as mockLlm } from '@scenarium/plugin-mock-llm/server';
import { server as mockRag } from '@scenarium/plugin-mock-rag/server';
import type { PluginHandlers } from '@scenarium/sdk';

/** The plugins that come with the server. */
export const installedPlugins: readonly PluginHandlers[] = [
  http,
  amocrm,
  openai,
  ollama,
  yandexgpt,
  gigachat,
  mockLlm,
  mockCrm,
  mockRag,
];
