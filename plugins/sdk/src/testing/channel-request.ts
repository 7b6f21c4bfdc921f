import type { ChannelRequest } from '../define-channel.ts';

/**
 * A request to the address of a channel, as the server hands it to `receive`.
 *
 * @example await server.channels['bot']?.receive?.(channelRequest('{"id":1}', { 'x-signature': sign('{"id":1}') }), context as never);
 */
export function channelRequest(
  body: string,
  headers: Readonly<Record<string, string>> = {},
  more: Partial<ChannelRequest> = {},
): ChannelRequest {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    json = undefined;
  }
  return { method: 'POST', query: {}, headers, body: new TextEncoder().encode(body), json, ...more };
}
