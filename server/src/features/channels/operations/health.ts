import type { ChannelsContext } from '../context.ts';
import type { Channel, ChannelHealth } from '../model.ts';

/** So many failures in a row, and the channel counts as dead. */
const MOST_FAILURES = 3;
const LONGEST_MESSAGE = 500;

export interface Failure {
  code: string;
  message: string;
}

/** A failure in words for administrators. */
export function failureOf(error: unknown): Failure {
  const { code, message } = Object(error) as { code?: unknown; message?: unknown };
  return {
    code: typeof code === 'string' ? code : 'failed',
    message: String(message ?? error).slice(0, LONGEST_MESSAGE),
  };
}

/** An exchange with the service went well: a channel that was dead is not any more. */
export async function noteSuccess(
  context: ChannelsContext,
  { _id, tenant }: Channel,
  seen: Partial<Pick<ChannelHealth, 'lastInAt' | 'lastOutAt' | 'checkedAt'>>,
): Promise<void> {
  const { channels, events, log } = context;
  const at = Object.fromEntries(Object.entries(seen).map(([name, value]) => [`health.${name}`, value]));
  const before = await channels.findOneAndUpdate(
    { tenant, _id },
    { $set: { ...at, 'health.failures': 0, 'health.deadSince': null } },
    { timestamps: false, returnDocument: 'before' },
  );
  const since = before?.health.deadSince;
  if (!before || !since) return;
  log.info({ tenant, channel: _id }, 'channel works again');
  await events.publish({
    id: `channel.recovered:${_id}:${since.getTime()}`,
    tenant,
    name: 'channel.recovered',
    data: { channel: _id, name: before.name, agent: before.agent, deadSince: since.toISOString() },
  });
}

/** An exchange with the service failed: after several in a row the channel is dead, and everybody who wants to know hears of it. */
export async function noteFailure(
  context: ChannelsContext,
  { _id, tenant }: Channel,
  { code, message }: Failure,
): Promise<void> {
  const { channels, events, log } = context;
  log.warn({ tenant, channel: _id, code }, message);
  const now = new Date();
  // That a service is left alone for a while is no news: the failure before says why.
  const isNews = code !== 'circuit_open';
  const change = {
    $inc: { 'health.failures': 1 },
    ...(isNews && { $set: { 'health.lastError': { code, message, at: now } } }),
  };
  const noted = await channels.findOneAndUpdate({ tenant, _id }, change, {
    timestamps: false,
    returnDocument: 'after',
  });
  if (!noted || noted.health.failures < MOST_FAILURES || noted.health.deadSince) return;
  const died = await channels.updateOne(
    { tenant, _id, 'health.deadSince': null },
    { $set: { 'health.deadSince': now } },
    { timestamps: false },
  );
  if (died.modifiedCount === 0) return;
  log.error({ tenant, channel: _id, code }, 'channel is dead');
  await events.publish({
    id: `channel.failed:${_id}:${now.getTime()}`,
    tenant,
    name: 'channel.failed',
    data: { channel: _id, name: noted.name, agent: noted.agent, code, message },
  });
}
