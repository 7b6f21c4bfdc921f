import type { ChannelRequest, Received } from '@scenarium/sdk';
import { Problem } from '../../../platform/errors/problem.ts';
import type { ChannelsContext } from '../context.ts';
import type { Channel } from '../model.ts';
import { channelProblems } from '../problems.ts';
import { failureOf, noteFailure } from './health.ts';
import { takeIn } from './take-in.ts';
import { withPlugin } from './with-plugin.ts';

const RECEIVE_MS = 10_000;

/**
 * Takes in what a service sent to the address of a channel. The service hears that all is well when it is durable.
 * @throws channel_not_found, channel_paused, channel_unauthorised, channel_failed
 */
export async function receive(
  context: ChannelsContext,
  id: string,
  request: ChannelRequest,
): Promise<Received['answer']> {
  const channel = (await context.channels.collection.findOne({ _id: id, mode: 'webhook' } as object)) as Channel | null;
  if (!channel) throw channelProblems.channel_not_found({ detail: id });
  if (channel.paused) throw channelProblems.channel_paused({ detail: id, headers: { 'Retry-After': '60' } });
  try {
    const received = await withPlugin(context, channel, { lane: 'in', timeoutMs: RECEIVE_MS }, async (handlers, own) =>
      handlers.receive?.(request, own),
    );
    await takeIn(context, channel, received?.messages ?? []);
    return received?.answer;
  } catch (error) {
    const failure = failureOf(error);
    // Anybody may send what is not signed: it says nothing about the channel.
    if (failure.code === 'channel_unauthorised') throw channelProblems.channel_unauthorised({ detail: id });
    await noteFailure(context, channel, { of: 'in', ...failure });
    if (error instanceof Problem) throw error;
    throw channelProblems.channel_failed({ detail: failure.code });
  }
}
