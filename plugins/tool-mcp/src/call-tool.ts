import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { McpError } from '@modelcontextprotocol/sdk/types.js';
import { ActionError, type ListedTool } from '@scenarium/sdk';
import type { McpConfig } from './index.ts';
import { listTools } from './list-tools.ts';
import { resultOf, type ToolResult } from './result-of.ts';
import { refuseUnlessAllowed, type Session } from './session.ts';
import { isConnectionLost, shown } from './to-mcp-error.ts';

export interface ToolCall {
  tool: string;
  arguments: ListedTool['schema'];
  /** Refuse tools of which the server does not say that they only read. */
  onlyReads: boolean;
}

/**
 * Calls a tool of a server once.
 *
 * @throws ActionError `mcp_tool_refused`, `mcp_tool_unknown`, `mcp_tool_not_read_only`, `mcp_tool_failed`
 */
export async function callTool(
  session: Session,
  config: McpConfig,
  { tool, arguments: given, onlyReads }: ToolCall,
): Promise<ToolResult> {
  refuseUnlessAllowed(config, tool);
  if (onlyReads) await refuseUnlessReadOnly(session, config, tool);
  const { client, options } = session;
  const failed = async (what: string): Promise<ActionError> => {
    // Servers say in many ways that they do not know a tool.
    if (!onlyReads && !(await namesOf(session, config)).includes(tool)) return unknown(tool, config);
    return new ActionError('mcp_tool_failed', `“${tool}” failed: ${shown(what, config)}`);
  };
  const result = await client
    .callTool({ name: tool, arguments: given }, undefined, options)
    .catch(async (error: unknown) => {
      throw error instanceof McpError && !isConnectionLost(error) && !options.signal?.aborted
        ? await failed(error.message)
        : error;
    });
  const outcome = resultOf(result as CallToolResult);
  if (result.isError === true) throw await failed(outcome.text);
  return outcome;
}

async function refuseUnlessReadOnly(session: Session, config: McpConfig, tool: string): Promise<void> {
  const known = (await listTools(session, config)).find(({ name }) => name === tool);
  if (!known) throw unknown(tool, config);
  if (!known.readOnly)
    throw new ActionError(
      'mcp_tool_not_read_only',
      `the server does not say that “${tool}” only reads: use mcp.call-tool, which is never repeated`,
    );
}

async function namesOf(session: Session, config: McpConfig): Promise<string[]> {
  return (await listTools(session, config)).map(({ name }) => name);
}

function unknown(tool: string, config: McpConfig): ActionError {
  return new ActionError(
    'mcp_tool_unknown',
    `the server has no tool “${shown(tool, config)}”: mcp.list-tools shows what it has`,
  );
}
