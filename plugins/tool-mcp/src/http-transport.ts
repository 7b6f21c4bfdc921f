import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { limitedFetch } from './limited-fetch.ts';
import type { McpContext } from './session.ts';

/** Reaches a server by Streamable HTTP through the guarded client. What breaks a stream is told to `fail`: the library only notes it. */
export function httpTransport(
  { config: { url = '', token, header }, fetch }: McpContext,
  fail: (error: unknown) => void,
): StreamableHTTPClientTransport {
  const headers: Record<string, string> =
    token === '' ? {} : header === undefined ? { authorization: `Bearer ${token}` } : { [header]: token };
  const transport = new StreamableHTTPClientTransport(new URL(url), {
    fetch: limitedFetch(fetch, fail),
    requestInit: { headers },
  });
  transport.onerror = fail;
  return transport;
}
