import type { ChannelsContext } from '../context.ts';
import type { Channel, ChannelHealth, Exchanging } from '../model.ts';

/** So many failures of one kind in a row, and the channel counts as dead. */
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

/** What went well, and when. */
export interface Success extends Partial<Pick<ChannelHealth, 'lastInAt' | 'lastOutAt' | 'checkedAt'>> {
  of: readonly Exchanging[];
}

/** Exchanges of some kinds went well: a channel that was dead of nothing else is not any more. */
export async function noteSuccess(
  context: ChannelsContext,
  { _id, tenant }: Channel,
  { of, ...seen }: Success,
): Promise<void> {
  const { channels, events, log } = context;
  const well = of.map((kind) => [`health.failures.${kind}`, 0]);
  const at = Object.entries(seen).map(([name, value]) => [`health.${name}`, value]);
  const noted = await channels
    .findOneAndUpdate({ tenant, _id }, { $set: Object.fromEntries([...well, ...at]) }, AFTER)
    .lean();
  const deadSince = noted?.health.deadSince;
  if (!noted || !deadSince || isDead(noted.health)) return;
  const dead = { tenant, _id, 'health.deadSince': deadSince };
  const back = await channels.updateOne(dead, { $set: { 'health.deadSince': null } }, { timestamps: false });
  if (back.modifiedCount === 0) return;
  log.info({ tenant, channel: _id }, 'channel works again');
  await events.publish({
    id: `channel.recovered:${_id}:${deadSince.getTime()}`,
    tenant,
    name: 'channel.recovered',
    data: { channel: _id, name: noted.name, agent: noted.agent, deadSince: deadSince.toISOString() },
  });
}

/** An exchange failed: after several of its kind in a row the channel is dead, and everybody who wants to know hears of it. */
export async function noteFailure(
  context: ChannelsContext,
  { _id, tenant }: Channel,
  { of, code, message }: Failure & { of: Exchanging },
): Promise<void> {
  const { channels, events, log } = context;
  log.warn({ tenant, channel: _id, code }, message);
  const now = new Date();
  // That a service is left alone for a while is no news: the failure before says why.
  const isNews = code !== 'circuit_open';
  const change = {
    $inc: { [`health.failures.${of}`]: 1 },
    ...(isNews && { $set: { 'health.lastError': { code, message, at: now } } }),
  };
  const noted = await channels.findOneAndUpdate({ tenant, _id }, change, AFTER).lean();
  if (!noted || noted.health.deadSince || !isDead(noted.health)) return;
  const alive = { tenant, _id, 'health.deadSince': null };
  const died = await channels.updateOne(alive, { $set: { 'health.deadSince': now } }, { timestamps: false });
  if (died.modifiedCount === 0) return;
  log.error({ tenant, channel: _id, code }, 'channel is dead');
  await events.publish({
    id: `channel.failed:${_id}:${now.getTime()}`,
    tenant,
    name: 'channel.failed',
    data: { channel: _id, name: noted.name, agent: noted.agent, code, message },
  });
}

const AFTER = { timestamps: false, returnDocument: 'after' } as const;

function isDead({ failures }: ChannelHealth): boolean {
  return Object.values(failures).some((count) => count >= MOST_FAILURES);
}
