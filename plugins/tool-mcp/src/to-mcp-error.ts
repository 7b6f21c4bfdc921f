import { StreamableHTTPError } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js';
import { ActionError } from '@scenarium/sdk';
import type { McpConfig } from './index.ts';

/**
 * What went wrong with a server, whatever library said it: `mcp_unreachable` and `mcp_busy` may go better later; `mcp_unauthorised` and
 * `mcp_protocol` may not. What the guarded client refuses stays as it is.
 */
export function toMcpError(error: unknown, config: McpConfig): unknown {
  if (error instanceof ActionError) return error;
  if (error instanceof StreamableHTTPError) return ofStatus(error.code ?? 0);
  if (error instanceof McpError)
    return isConnectionLost(error)
      ? unreachable('it ended the connection')
      : new ActionError('mcp_protocol', `the server refused: ${shown(error.message, config)}`);
  const { code, name, message } = Object(error) as { code?: unknown; name?: string; message?: string };
  if (code === 'ENOENT' || code === 'EACCES')
    return new ActionError('mcp_unreachable', `the program “${config.server}” cannot be started (${code})`);
  if (error instanceof SyntaxError || name === 'ZodError')
    return new ActionError('mcp_protocol', 'what the server answers is not the Model Context Protocol');
  if (/ReadBuffer exceeded/.test(message ?? ''))
    return new ActionError('mcp_too_large', 'the program wrote a message that is too large: ask for less');
  if (typeof code !== 'string' || PASSING.has(code)) return unreachable('it cannot be reached, or broke off');
  return error;
}

/** Did the server go away, rather than answer? */
export function isConnectionLost({ code }: McpError): boolean {
  return code === Number(ErrorCode.ConnectionClosed) || code === Number(ErrorCode.RequestTimeout);
}

/** Words of a server as they may be shown: short, and without the token it was sent. */
export function shown(words: string, { token }: McpConfig): string {
  const clean = token === '' ? words : words.replaceAll(token, '…');
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST)}…` : clean;
}

const LONGEST = 500;
/** Codes of the guarded client. */
const PASSING = new Set(['connect_failed', 'dns_failed', 'timed_out']);

function ofStatus(status: number): ActionError {
  if (status === 401 || status === 403)
    return new ActionError('mcp_unauthorised', `the server refused the token (${status}): check the connection`);
  if (status === 429) return new ActionError('mcp_busy', 'the server asks for a pause (429)', { retryable: true });
  if (status >= 500) return unreachable(`it answered ${status}`);
  return new ActionError(
    'mcp_protocol',
    `there is no MCP server at this address (${status > 0 ? status : 'no JSON'}): check it`,
  );
}

function unreachable(why: string): ActionError {
  return new ActionError('mcp_unreachable', `the MCP server: ${why}`, { retryable: true });
}
