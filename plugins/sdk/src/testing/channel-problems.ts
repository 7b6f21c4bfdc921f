import type { ChannelContext, ChannelRequest } from '../define-channel.ts';
import type { PluginHandlers } from '../define-handlers.ts';
import type { InboundMessage } from '../inbound-message.ts';

/** A channel under test, and a request that its service would send: signed, with at least one message. */
export interface ChannelUnderTest {
  channel: string;
  context: ChannelContext<unknown>;
  request: ChannelRequest;
}

/**
 * What the door of a channel must be: it takes what its service sent, names messages the same on every delivery, and refuses what is not
 * signed or was changed. Empty when all is well.
 *
 * @example expect(await channelProblems(server, { channel: 'bot', context, request: channelRequest(body, signed) })).toEqual([]);
 */
export async function channelProblems(
  { channels }: PluginHandlers,
  { channel, context, request }: ChannelUnderTest,
): Promise<string[]> {
  const receive = channels[channel]?.receive as
    ((request: ChannelRequest, context: unknown) => Promise<{ messages: InboundMessage[] }>) | undefined;
  if (!receive) return [`channel “${channel}”: nothing receives`];
  const problems: string[] = [];
  const check = (isRight: boolean, problem: string): void => void (isRight || problems.push(problem));
  const [first, second] = [await receive(request, context), await receive(request, context)];
  check(first.messages.length > 0, 'it finds no message in the request');
  for (const { externalId, conversation, contact } of first.messages)
    check([externalId, conversation, contact.id].every(isName), `a message lacks a name: “${externalId}”`);
  check(JSON.stringify(first) === JSON.stringify(second), 'the same request twice gives different messages');
  const unsigned = { ...request, headers: {}, query: {} };
  check(await isRefused(receive(unsigned, context)), 'it takes a request without headers and query');
  const changed = { ...request, body: Uint8Array.from([...request.body, 0x20]) };
  check(await isRefused(receive(changed, context)), 'it takes a body that was changed');
  return problems;
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

async function isRefused(received: Promise<unknown>): Promise<boolean> {
  return received.then(
    () => false,
    (error: { code?: unknown }) => error.code === 'channel_unauthorised',
  );
}
