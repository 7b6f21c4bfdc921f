import type { ChannelRequest, PluginHandlers, ServiceContext } from '@scenarium/sdk';
import type { PluginDescription } from './description.ts';
import type { Call } from './isolate-plugin.ts';
import type { SentRequest } from './served-methods.ts';

/** Channels whose handlers live in the process of their plugin. */
export function channelsByProcess(has: PluginDescription['has']['channels'], call: Call): PluginHandlers['channels'] {
  const handlersOf = (channel: string, names: readonly string[]): object =>
    Object.fromEntries(
      names.map((does) => [
        does,
        (subject: unknown, context: ServiceContext) =>
          call('channel', context, {
            params: { channel, does, subject: does === 'receive' ? withText(subject as ChannelRequest) : subject },
          }),
      ]),
    );
  const entries = Object.entries(has).map(([channel, names]) => [channel, handlersOf(channel, names)] as const);
  return Object.fromEntries(entries) as PluginHandlers['channels'];
}

function withText(request: ChannelRequest): SentRequest {
  return { ...request, body: Buffer.from(request.body).toString('base64') };
}
