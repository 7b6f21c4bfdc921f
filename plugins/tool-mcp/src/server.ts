import { defineHandlers, type ListedTool, type PluginHandlers, type ServiceContext } from '@scenarium/sdk';
import { callTool } from './call-tool.ts';
import { mcp, type McpConfig } from './index.ts';
import { listTools, type McpTool } from './list-tools.ts';
import { withSession, type McpContext } from './session.ts';
import type { StdioServers } from './stdio-transport.ts';

export type { StdioServers } from './stdio-transport.ts';

/** What the installation allows. */
export interface McpServerOptions {
  /** Programs that connections may name; none of them: no programs at all. */
  stdioServers: StdioServers;
}

/**
 * The handlers of the plugin.
 *
 * @example createMcpServer({ stdioServers: { files: { command: 'mcp-files', args: ['/srv/docs'], env: {} } } });
 */
export function createMcpServer({ stdioServers }: McpServerOptions): PluginHandlers {
  const tools = (context: McpContext): Promise<McpTool[]> =>
    withSession(context, stdioServers, async (session) => listTools(session, context.config));
  const listed = async (context: ServiceContext & { config: McpConfig }): Promise<ListedTool[]> =>
    (await tools(context)).map(({ readOnly, ...tool }) => ({ ...tool, irreversible: !readOnly }));
  return defineHandlers(mcp, {
    actions: {
      'list-tools': async (_, context) => tools(context),
      'read-tool': async (call, context) =>
        withSession(context, stdioServers, (session) =>
          callTool(session, context.config, { ...call, onlyReads: true }),
        ),
      'call-tool': async (call, context) =>
        withSession(context, stdioServers, (session) =>
          callTool(session, context.config, { ...call, onlyReads: false }),
        ),
    },
    expandTools: {
      'read-tool': async (context) => (await listed(context)).filter(({ irreversible }) => !irreversible),
      'call-tool': listed,
    },
    async healthcheck(context) {
      await tools(context);
    },
  });
}
