import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { mcpServerWithTools, type HeardCall } from './tools.fixture.ts';

/** A real MCP server by Streamable HTTP on a local port, and what reached it. */
export interface McpHttpServer {
  url: string;
  calls: HeardCall[];
  requests: { method: string | undefined; headers: IncomingMessage['headers'] }[];
  /** Sessions that were begun and not ended. */
  sessions(): number;
  stop(): Promise<void>;
}

export async function startMcpHttpServer(): Promise<McpHttpServer> {
  const calls: HeardCall[] = [];
  const requests: McpHttpServer['requests'] = [];
  const sessions = new Map<string, StreamableHTTPServerTransport>();

  async function begin(): Promise<StreamableHTTPServerTransport> {
    const transport = new StreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => void sessions.set(id, transport),
      onsessionclosed: (id) => void sessions.delete(id),
    });
    await mcpServerWithTools((call) => void calls.push(call)).connect(transport as never);
    return transport;
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    requests.push({ method: request.method, headers: request.headers });
    const transport = sessions.get(String(request.headers['mcp-session-id'])) ?? (await begin());
    await transport.handleRequest(request, response);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`,
    calls,
    requests,
    sessions: () => sessions.size,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
