import { env } from 'node:process';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';

/** A call as it arrived. */
export interface HeardCall {
  tool: string;
  arguments: unknown;
}

/** A server with tools that read, change, fail, hang, and say too much. `heard` is told of every call. */
export function mcpServerWithTools(heard: (call: HeardCall) => void = () => undefined): McpServer {
  const server = new McpServer({ name: 'orders', version: '1.0.0' });
  const said = (text: string) => ({ content: [{ type: 'text' as const, text }] });
  server.registerTool(
    'find_order',
    {
      title: 'Find an order',
      description: 'Finds an order by its number',
      inputSchema: { number: z.string(), customer: z.string().optional() },
      outputSchema: { number: z.string(), status: z.string() },
      annotations: { readOnlyHint: true },
    },
    (given) => {
      heard({ tool: 'find_order', arguments: given });
      const structuredContent = { number: given.number, status: 'on its way' };
      return { ...said(JSON.stringify(structuredContent)), structuredContent };
    },
  );
  server.registerTool(
    'cancel_order',
    { description: 'Cancels an order', inputSchema: { number: z.string() } },
    (given) => {
      heard({ tool: 'cancel_order', arguments: given });
      return said(`Order ${given.number} is cancelled`);
    },
  );
  server.registerTool('fail', { description: 'Fails', inputSchema: {} }, () => ({
    ...said('the warehouse is closed'),
    isError: true,
  }));
  server.registerTool(
    'say',
    { description: 'Says a letter often', inputSchema: { times: z.number() }, annotations: { readOnlyHint: true } },
    ({ times }) => said('x'.repeat(times)),
  );
  server.registerTool(
    'structure',
    { description: 'Gives a large structure', inputSchema: {}, annotations: { readOnlyHint: true } },
    () => ({ ...said('large'), structuredContent: { letters: 'x'.repeat(100_000) } }),
  );
  server.registerTool(
    'hang',
    { description: 'Never answers', inputSchema: {}, annotations: { readOnlyHint: true } },
    () => {
      heard({ tool: 'hang', arguments: {} });
      return new Promise<never>(() => undefined);
    },
  );
  server.registerTool(
    'environment',
    { description: 'Tells its environment', inputSchema: {}, annotations: { readOnlyHint: true } },
    () => said(JSON.stringify({ pid: process.pid, names: Object.keys(env).toSorted(), args: process.argv.slice(2) })),
  );
  return server;
}
