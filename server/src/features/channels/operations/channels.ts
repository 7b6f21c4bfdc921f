import type { ChannelMode } from '@scenarium/sdk';
import { ObjectId } from 'mongodb';
import type { ChannelsContext } from '../context.ts';
import { UNTRIED, type Channel } from '../model.ts';
import { channelProblems } from '../problems.ts';
import { checkChannel, withdraw } from './check.ts';

export interface ChannelInput {
  name: string;
  /** Id or slug. */
  agent: string;
  /** Id or name. */
  connection: string;
  kind: string;
  /** The plugin's usual one when absent. */
  mode?: ChannelMode | undefined;
}

export type ChannelChanges = Partial<Pick<ChannelInput, 'name' | 'agent' | 'mode'> & { paused: boolean }>;

interface Of {
  tenant: string;
  id: string;
}

export async function getChannel({ channels }: ChannelsContext, { tenant, id }: Of): Promise<Channel> {
  const found = await channels.findOne({ tenant, _id: id }).lean();
  if (!found) throw channelProblems.channel_not_found({ detail: id });
  return found;
}

/** @throws connection_not_found, agent_not_found, channel_kind_unknown, channel_exists */
export async function createChannel(
  context: ChannelsContext,
  tenant: string,
  { name, kind, mode: wanted, ...input }: ChannelInput,
): Promise<Channel> {
  const { _id: connection, plugin } = await context.connections.get({ tenant, id: input.connection });
  const { _id: agent } = await context.agents.get(tenant, input.agent);
  const mode = modeOf(context, { plugin, kind }, wanted);
  const _id = new ObjectId().toHexString();
  try {
    await context.channels.create({
      ...{ _id, tenant, name, agent, plugin, connection, kind, mode },
      checkAt: new Date(),
      health: UNTRIED,
    });
  } catch (error) {
    if ((error as { code?: number }).code === 11000) throw channelProblems.channel_exists({ detail: input.connection });
    throw error;
  }
  return checked(context, { tenant, id: _id });
}

/** @throws channel_not_found, agent_not_found, channel_kind_unknown */
export async function updateChannel(
  context: ChannelsContext,
  of: Of,
  { name, agent, mode, paused }: ChannelChanges,
): Promise<Channel> {
  const before = await getChannel(context, of);
  const { tenant, _id } = before;
  const set = {
    ...(name !== undefined && { name }),
    ...(agent !== undefined && { agent: (await context.agents.get(tenant, agent))._id }),
    ...(mode !== undefined && { mode: modeOf(context, before, mode) }),
    ...(paused !== undefined && { paused }),
  };
  await context.channels.updateOne({ tenant, _id }, { $set: set });
  const after = await getChannel(context, of);
  if (after.paused) {
    await withdraw(context, after);
    return getChannel(context, of);
  }
  if (before.paused) await context.deliveries.hasten(_id, new Date());
  return checked(context, of);
}

/** Removes a channel. Its conversations stay; what was not sent is given up. */
export async function removeChannel(context: ChannelsContext, of: Of): Promise<void> {
  const channel = await getChannel(context, of);
  await withdraw(context, channel);
  await context.channels.deleteOne({ tenant: of.tenant, _id: channel._id });
  await context.deliveries.hasten(channel._id, new Date());
}

/** The channel after its service was asked how it is. */
export async function checked(context: ChannelsContext, of: Of): Promise<Channel> {
  await checkChannel(context, await getChannel(context, of));
  return getChannel(context, of);
}

function modeOf(
  { host }: ChannelsContext,
  { plugin, kind }: Pick<Channel, 'plugin' | 'kind'>,
  wanted: ChannelMode | undefined,
): ChannelMode {
  const modes = host.definition(plugin)?.channels[kind]?.modes ?? [];
  const mode = wanted ?? modes[0];
  if (mode === undefined || !modes.includes(mode))
    throw channelProblems.channel_kind_unknown({ detail: [plugin, kind, wanted].filter(Boolean).join(' ') });
  return mode;
}
