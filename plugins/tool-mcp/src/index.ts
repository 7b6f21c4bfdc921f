import { defineAction, definePlugin, defineTool, field, secret } from '@scenarium/sdk';
import { z } from 'zod';

const Call = z.strictObject({
  tool: z.string().min(1).max(128).describe('Name of the tool as the server tells it'),
  arguments: z.record(z.string(), z.json()).default({}),
});
const Result = z.object({
  text: z.string(),
  structured: z.record(z.string(), z.json()).optional(),
});

const listTools = defineAction({
  id: 'list-tools',
  title: { en: 'Tools of the MCP server', ru: 'Инструменты MCP-сервера' },
  description: { en: 'Names, descriptions and schemas', ru: 'Имена, описания и схемы' },
  input: z.strictObject({}),
  output: z.array(
    z.object({
      name: z.string(),
      title: z.string().optional(),
      description: z.string(),
      schema: z.record(z.string(), z.json()),
      readOnly: z.boolean(),
    }),
  ),
  repeat: 'safe',
  example: {},
});

const readTool = defineTool({
  id: 'read-tool',
  title: { en: 'Call a tool that only reads', ru: 'Вызвать инструмент, который только читает' },
  description: {
    en: 'Calls a tool whose server says that it changes nothing; refuses any other',
    ru: 'Вызывает инструмент, о котором сервер сообщает, что он ничего не меняет; другим отказывает',
  },
  input: Call,
  output: Result,
  repeat: 'safe',
  example: { tool: 'search', arguments: { query: 'delivery' } },
  tool: { irreversible: false, own: {}, expands: true },
});

const callTool = defineTool({
  id: 'call-tool',
  title: { en: 'Call a tool', ru: 'Вызвать инструмент' },
  description: {
    en: 'Calls any tool of the MCP server; never twice by itself',
    ru: 'Вызывает любой инструмент MCP-сервера; сам никогда не повторяет вызов',
  },
  input: Call,
  output: Result,
  repeat: 'never',
  example: { tool: 'create_order', arguments: { product: 'A-1' } },
  tool: { irreversible: true, own: {}, expands: true },
});

/** Tools of servers that speak the Model Context Protocol. */
export const mcp = definePlugin({
  id: 'mcp',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: { en: 'MCP server', ru: 'MCP-сервер' },
  description: {
    en: 'Tools of any server that speaks the Model Context Protocol',
    ru: 'Инструменты любого сервера с протоколом Model Context Protocol',
  },
  config: z
    .strictObject({
      transport: field(z.enum(['http', 'stdio']).default('http'), {
        title: { en: 'How it is reached', ru: 'Способ связи' },
        help: {
          en: 'stdio: a program of this installation that its administrator has allowed',
          ru: 'stdio: программа этой установки, которую разрешил её администратор',
        },
        widget: 'select',
      }),
      url: field(
        z
          .url({ protocol: /^https?$/ })
          .max(500)
          .optional(),
        {
          title: { en: 'Address (http)', ru: 'Адрес (http)' },
          placeholder: 'https://mcp.example.com/mcp',
          widget: 'url',
        },
      ),
      token: secret({ title: { en: 'Access token (http)', ru: 'Токен доступа (http)' } }).default(''),
      header: field(
        z
          .string()
          .regex(/^[A-Za-z0-9-]{1,64}$/)
          .optional(),
        {
          title: { en: 'Header of the token', ru: 'Заголовок для токена' },
          help: {
            en: 'Where the server wants it by itself, such as X-API-Key; otherwise Authorization: Bearer',
            ru: 'Если сервер ждёт токен отдельно, например в X-API-Key; иначе Authorization: Bearer',
          },
          advanced: true,
        },
      ),
      server: field(z.string().min(1).max(50).optional(), {
        title: { en: 'Name of the program (stdio)', ru: 'Имя программы (stdio)' },
        help: { en: 'One of MCP_STDIO_SERVERS', ru: 'Одно из имён в MCP_STDIO_SERVERS' },
      }),
      tools: field(z.array(z.string().min(1).max(128)).max(100).default([]), {
        title: { en: 'Tools that may be used', ru: 'Разрешённые инструменты' },
        help: { en: 'Empty: all of them', ru: 'Пусто: все' },
      }),
    })
    .refine(({ transport, url }) => transport !== 'http' || url !== undefined, {
      path: ['url'],
      error: 'give the address of the server',
    })
    .refine(({ transport, server }) => transport !== 'stdio' || server !== undefined, {
      path: ['server'],
      error: 'name a program of MCP_STDIO_SERVERS',
    }),
  actions: { 'list-tools': listTools, 'read-tool': readTool, 'call-tool': callTool },
});

export type McpConfig = z.output<NonNullable<(typeof mcp)['config']>>;
