import { ActionError } from '@scenarium/sdk';
import type { ChannelsContext, HandlerContext, Handlers } from '../context.ts';
import type { Channel } from '../model.ts';

/** One exchange of a channel with its service. `lane`: failures of which kind of exchange are counted together. */
export interface Exchange {
  lane: 'in' | 'out' | 'set-up';
  timeoutMs: number;
  signal?: AbortSignal;
}

/**
 * Lets the plugin of a channel do something with the channel's connection, once.
 * @throws ActionError, or connection_not_found
 */
export async function withPlugin<T>(
  { connections, host }: ChannelsContext,
  { _id: id, tenant, plugin, connection, kind }: Channel,
  { lane, timeoutMs, signal }: Exchange,
  work: (handlers: Handlers, context: HandlerContext) => Promise<T>,
): Promise<T> {
  const { name } = await connections.get({ tenant, id: connection });
  const deadline = AbortSignal.timeout(timeoutMs);
  const of = {
    ...{ tenant, plugin, connection: name, repeatable: false, lane: `${lane}/${id}` },
    signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
  };
  return host.use(of, async ({ channels }, { context }) => {
    const handlers = Object.hasOwn(channels, kind) ? channels[kind] : undefined;
    if (!handlers) throw new ActionError('channel_unknown', `“${plugin}” has no channel “${kind}”: update the plugin`);
    return work(handlers as Handlers, context as HandlerContext);
  });
}
