import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import type { RequestOptions } from '@modelcontextprotocol/sdk/shared/protocol.js';
import type { jsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/types.js';
import { ActionError, type ServiceContext } from '@scenarium/sdk';
import { httpTransport } from './http-transport.ts';
import type { McpConfig } from './index.ts';
import { stdioTransport, type StdioServers } from './stdio-transport.ts';
import { toMcpError } from './to-mcp-error.ts';

export type McpContext = ServiceContext & { config: McpConfig };

/** A server that has been greeted. */
export interface Session {
  client: Client;
  /** For every request: ends with the call. */
  options: RequestOptions;
}

/**
 * Connects to the server, lets work be done, and leaves again, however the work ends. Nothing is kept between calls.
 *
 * @throws ActionError `mcp_unreachable`, `mcp_unauthorised`, `mcp_busy`, `mcp_protocol`, `mcp_too_large`, `mcp_stdio_refused`, and what the
 * guarded client refuses
 */
export async function withSession<T>(
  context: McpContext,
  stdioServers: StdioServers,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const { config, signal } = context;
  signal.throwIfAborted();
  const broken = new AbortController();
  const fail = (error: unknown): void => broken.abort(toMcpError(error, config));
  const http = config.transport === 'http' ? httpTransport(context, fail) : null;
  const transport = http ?? stdioTransport(config.server ?? '', stdioServers, fail);
  const client = new Client(WHO, { capabilities: {}, jsonSchemaValidator: UNCHECKED });
  const options = { signal: AbortSignal.any([signal, broken.signal]), timeout: LONGEST_MS };
  try {
    await client.connect(transport, options);
    return await work({ client, options });
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw broken.signal.aborted ? broken.signal.reason : toMcpError(error, config);
  } finally {
    // A courtesy that nobody waits for long.
    if (!options.signal.aborted) await Promise.race([http?.terminateSession().catch(ignore), waited(FAREWELL_MS)]);
    // A program may take its time to end; it is killed when it takes too much.
    client.close().catch(ignore);
    transport.close().catch(ignore);
  }
}

/** @throws ActionError `mcp_tool_refused` where the connection does not allow the tool */
export function refuseUnlessAllowed({ tools }: McpConfig, tool: string): void {
  if (tools.length > 0 && !tools.includes(tool))
    throw new ActionError('mcp_tool_refused', `the connection does not allow the tool “${tool}”: add it there`);
}

const WHO = { name: 'scenarium', version: '1.0.0' };
/** The deadline of the call ends it earlier. */
const LONGEST_MS = 600_000;
const FAREWELL_MS = 500;

/** Schemas come from the server: compiling them would make code of its data. */
const UNCHECKED: jsonSchemaValidator = {
  getValidator: () => (input) => ({ valid: true, data: input as never, errorMessage: undefined }),
};

function waited(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

function ignore(): void {
  // It is over anyway.
}
