import type { ChannelsContext } from '../context.ts';
import type { Channel } from '../model.ts';
import { failureOf, noteFailure, noteSuccess } from './health.ts';
import { withPlugin } from './with-plugin.ts';

const SET_UP_MS = 15_000;
/** A service that is well again gets at once what waits for longer. */
const LATE_MS = 60_000;

/** Where the service of a channel reaches it. */
export function addressOf({ publicUrl }: Pick<ChannelsContext, 'publicUrl'>, { _id, mode }: Channel): string | null {
  return mode === 'webhook' ? `${publicUrl()}/api/v1/channels/${_id}/webhook` : null;
}

/** Tells the service the address of the channel where it does not know it, and asks it how it is. */
export async function checkChannel(context: ChannelsContext, channel: Channel): Promise<void> {
  const { host, connections, deliveries } = context;
  try {
    await announce(context, channel);
    const { tenant, plugin, _id } = channel;
    const { name } = await connections.get({ tenant, id: channel.connection });
    const health = await host.healthcheck({ tenant, plugin, connection: name });
    if (!health.ok) throw Object.assign(new Error(health.message), { code: health.code });
    const { oldest } = await deliveries.backlog({ tenant, channel: _id });
    const checkedAt = new Date();
    if (oldest && Date.now() - oldest.getTime() > LATE_MS) await deliveries.hasten(_id, checkedAt);
    await noteSuccess(context, channel, { of: oldest ? ['check'] : ['check', 'out'], checkedAt });
  } catch (error) {
    await noteFailure(context, channel, { of: 'check', ...failureOf(error) });
  }
}

/** Sees to it that the service sends to the address of the channel, or does not any more. */
async function announce(context: ChannelsContext, channel: Channel): Promise<void> {
  const { _id, tenant, paused } = channel;
  const url = paused ? null : addressOf(context, channel);
  if (channel.address === url) return;
  await withPlugin(context, channel, { lane: 'set-up', timeoutMs: SET_UP_MS }, async ({ setUp, tearDown }, own) =>
    url === null ? tearDown?.({ channel: _id }, own) : setUp?.({ channel: _id, url }, own),
  );
  await context.channels.updateOne({ tenant, _id }, { $set: { address: url } }, { timestamps: false });
}

/** The service need not send to the channel any more. Whether it hears of it or not, the channel goes. */
export async function withdraw(context: ChannelsContext, channel: Channel): Promise<void> {
  await announce(context, { ...channel, paused: true }).catch((error: unknown) =>
    context.log.warn({ err: error as Error, channel: channel._id }, 'the service was not told that the channel ends'),
  );
}
