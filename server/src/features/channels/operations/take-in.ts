import { ActionError } from '@scenarium/sdk';
import type { ChannelsContext } from '../context.ts';
import { Inbounds, type Inbound } from '../inbound.ts';
import type { Channel } from '../model.ts';
import { noteSuccess } from './health.ts';

/**
 * Takes in what a plugin read from its service, in order; resolves when all of it is durable.
 * @throws ActionError `channel_output_invalid`, or agent_not_active
 */
export async function takeIn(context: ChannelsContext, channel: Channel, messages: unknown): Promise<number> {
  const parsed = Inbounds.safeParse(messages);
  if (parsed.error) {
    const paths = parsed.error.issues.map(({ path }) => path.join('.')).join(', ');
    throw new ActionError('channel_output_invalid', `the plugin gave messages that are none: ${paths}`);
  }
  for (const message of parsed.data) await take(context, channel, message);
  if (parsed.data.length > 0) await noteSuccess(context, channel, { of: ['in'], lastInAt: new Date() });
  return parsed.data.length;
}

async function take(
  { conversations, host }: ChannelsContext,
  { _id, tenant, agent, plugin, kind }: Channel,
  { externalId, conversation, contact, ...said }: Inbound,
): Promise<void> {
  await conversations().hear({
    ...{ tenant, agent, channel: _id, externalId, said },
    thread: conversation,
    // One person of a service is one contact, whatever channel of it they write to.
    contact: { ...contact, id: `${plugin}:${contact.id}` },
    numbered: host.definition(plugin)?.channels[kind]?.shows.buttons === false,
  });
}
