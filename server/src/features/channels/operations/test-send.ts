import type { ChannelsContext } from '../context.ts';
import { fitMessage } from '../fit-message.ts';
import type { Channel } from '../model.ts';
import { failureOf, type Failure } from './health.ts';
import { withPlugin } from './with-plugin.ts';

const SEND_MS = 10_000;

/** Sends one text over a channel, outside of any conversation. `to`: what its service calls a chat, an address, a number. */
export async function testSend(
  context: ChannelsContext,
  channel: Channel,
  { to, text, locale }: { to: string; text: string; locale: string },
): Promise<{ ok: true } | { ok: false; error: Failure }> {
  const shows = context.host.definition(channel.plugin)?.channels[channel.kind]?.shows;
  const parts = shows ? fitMessage({ kind: 'message', text, locale }, shows) : [{ text, locale }];
  try {
    for (const part of parts) {
      const id = `test:${crypto.randomUUID()}`;
      await withPlugin(context, channel, { lane: 'out', timeoutMs: SEND_MS }, ({ send }, own) =>
        send({ ...part, id, to }, own),
      );
    }
    return { ok: true };
  } catch (error) {
    return { ok: false, error: failureOf(error) };
  }
}
