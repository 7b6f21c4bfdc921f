import { z } from 'zod';
import { defineRoute, Reply, type Route } from '../../platform/http/route.ts';
import type { Channels } from './index.ts';
import type { Channel } from './model.ts';

const Params = z.object({ id: z.string().min(1).max(64) });
const Mode = z.enum(['webhook', 'poll']);
const Name = z.string().trim().min(1).max(100);
const Reference = z.string().min(1).max(64);
const Time = z.iso.datetime().nullable();
const Failure = z.object({ code: z.string(), message: z.string() });
const ChannelView = z.object({
  id: z.string(),
  name: z.string(),
  agent: z.string(),
  plugin: z.string(),
  connection: z.string(),
  kind: z.string(),
  mode: Mode,
  state: z.enum(['untried', 'well', 'failing', 'dead', 'paused']),
  webhook: z.string().nullable().describe('The address that its service sends to; null where it is polled'),
  waiting: z.int().describe('Messages on their way to the service'),
  undelivered: z.int().describe('Messages that were given up'),
  lagMs: z.int().describe('How long the oldest of them waits'),
  lastInAt: Time,
  lastOutAt: Time,
  checkedAt: Time.describe('When its service was last well'),
  failures: z.int().describe('Failures since the last success'),
  lastError: Failure.extend({ at: z.iso.datetime() }).nullable(),
  deadSince: Time,
});
const UndeliveredView = z.object({
  id: z.string(),
  channel: z.string(),
  conversation: z.string(),
  text: z.string(),
  attempts: z.int(),
  error: Failure.optional(),
  at: z.iso.datetime(),
});
const tag = 'channels';
const read = { permission: 'channels:read' } as const;
const write = { permission: 'channels:write' } as const;
const Done = z.object({ ok: z.literal(true) });

function stateOf({ paused, health }: Channel): z.infer<typeof ChannelView>['state'] {
  if (paused) return 'paused';
  if (health.deadSince) return 'dead';
  if (failuresOf(health) > 0) return 'failing';
  return health.lastInAt || health.lastOutAt || health.checkedAt ? 'well' : 'untried';
}

const failuresOf = ({ failures }: Channel['health']): number => failures.in + failures.out + failures.check;
const timeOf = (at: Date | null): string | null => at?.toISOString() ?? null;

export function channelRoutes(channels: Channels): Route[] {
  async function view(channel: Channel): Promise<z.infer<typeof ChannelView>> {
    const { _id: id, name, agent, plugin, connection, kind, mode, health } = channel;
    const { waiting, failed, oldest } = await channels.backlog(channel);
    const { lastInAt, lastOutAt, checkedAt, lastError, deadSince } = health;
    return {
      ...{ id, name, agent, plugin, connection, kind, mode, waiting },
      failures: failuresOf(health),
      state: stateOf(channel),
      webhook: channels.addressOf(channel),
      undelivered: failed,
      lagMs: oldest ? Math.max(0, Date.now() - oldest.getTime()) : 0,
      lastInAt: timeOf(lastInAt),
      lastOutAt: timeOf(lastOutAt),
      checkedAt: timeOf(checkedAt),
      lastError: lastError && { ...lastError, at: lastError.at.toISOString() },
      deadSince: timeOf(deadSince),
    };
  }

  return [
    defineRoute({
      method: 'get',
      path: '/channels',
      operation: 'listChannels',
      tag,
      summary: 'Channels with their health',
      access: read,
      query: z.object({ agent: Reference.optional() }),
      responses: { 200: z.object({ channels: z.array(ChannelView) }) },
      async handle({ tenant, query: { agent } }) {
        return { channels: await Promise.all((await channels.list({ tenant, agent })).map(view)) };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/channels',
      operation: 'createChannel',
      tag,
      summary: 'Make a connection of a plugin a channel of an agent',
      access: write,
      body: z.strictObject({
        name: Name,
        agent: Reference.describe('Id or slug'),
        connection: Reference.describe('Id or name'),
        kind: z.string().min(1).max(50).describe('Which of the plugin’s channels'),
        mode: Mode.optional().describe('The plugin’s usual one when absent'),
      }),
      responses: { 201: ChannelView },
      problems: ['connection_not_found', 'agent_not_found', 'channel_kind_unknown', 'channel_exists'],
      handle: async ({ tenant, body }) => new Reply(201, await view(await channels.create(tenant, body))),
    }),
    defineRoute({
      method: 'get',
      path: '/channels/{id}',
      operation: 'getChannel',
      tag,
      summary: 'One channel with its health',
      access: read,
      params: Params,
      responses: { 200: ChannelView },
      problems: ['channel_not_found'],
      handle: async ({ tenant, params }) => view(await channels.get({ tenant, id: params.id })),
    }),
    defineRoute({
      method: 'patch',
      path: '/channels/{id}',
      operation: 'updateChannel',
      tag,
      summary: 'Rename a channel, give it another agent, pause it or let it go on',
      access: write,
      params: Params,
      body: z.strictObject({
        name: Name.optional(),
        agent: Reference.optional(),
        mode: Mode.optional(),
        paused: z.boolean().optional(),
      }),
      responses: { 200: ChannelView },
      problems: ['channel_not_found', 'agent_not_found', 'channel_kind_unknown'],
      handle: async ({ tenant, params, body: { name, agent, mode, paused } }) =>
        view(
          await channels.update(
            { tenant, id: params.id },
            {
              ...(name !== undefined && { name }),
              ...(agent !== undefined && { agent }),
              ...(mode && { mode }),
              ...(paused !== undefined && { paused }),
            },
          ),
        ),
    }),
    defineRoute({
      method: 'delete',
      path: '/channels/{id}',
      operation: 'removeChannel',
      tag,
      summary: 'Remove a channel; its conversations stay',
      access: write,
      params: Params,
      responses: { 200: Done },
      problems: ['channel_not_found'],
      async handle({ tenant, params }) {
        await channels.remove({ tenant, id: params.id });
        return { ok: true } as const;
      },
    }),
    defineRoute({
      method: 'post',
      path: '/channels/{id}/check',
      operation: 'checkChannel',
      tag,
      summary: 'Ask the service of a channel how it is, and tell it the address where it does not know it',
      access: write,
      params: Params,
      responses: { 200: ChannelView },
      problems: ['channel_not_found'],
      handle: async ({ tenant, params }) => view(await channels.check({ tenant, id: params.id })),
    }),
    defineRoute({
      method: 'post',
      path: '/channels/{id}/test',
      operation: 'testChannel',
      tag,
      summary: 'Send one text over a channel, outside of any conversation',
      access: write,
      params: Params,
      body: z.strictObject({
        to: z.string().min(1).max(256).describe('What the service calls a chat, an address, a number'),
        text: z.string().min(1).max(10_000),
        locale: z.string().max(35).default('en'),
      }),
      responses: { 200: z.object({ ok: z.boolean(), error: Failure.optional() }) },
      problems: ['channel_not_found'],
      handle: ({ tenant, params, body }) => channels.testSend({ tenant, id: params.id }, body),
    }),
    defineRoute({
      method: 'get',
      path: '/undelivered-messages',
      operation: 'listUndelivered',
      tag: 'jobs',
      summary: 'Messages that the services of channels did not take, the newest first',
      access: { permission: 'jobs:read' },
      query: z.object({ channel: Reference.optional() }),
      responses: { 200: z.object({ undelivered: z.array(UndeliveredView) }) },
      async handle({ tenant, query: { channel } }) {
        const rows = await channels.undelivered({ tenant, channel }, 200);
        return {
          undelivered: rows.map(({ _id: id, conversation, body, delivery, at, ...row }) => ({
            ...{ id, conversation, channel: row.channel },
            text: body.text,
            attempts: delivery?.attempts ?? 0,
            ...(delivery?.error && { error: delivery.error }),
            at: at.toISOString(),
          })),
        };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/undelivered-messages/{id}/retry',
      operation: 'retryUndelivered',
      tag: 'jobs',
      summary: 'Put a message that was given up into its queue again',
      access: { permission: 'conversations:write' },
      params: z.object({ id: z.string().max(128) }),
      responses: { 200: Done },
      problems: ['undelivered_not_found'],
      async handle({ tenant, params }) {
        await channels.retry({ tenant, id: params.id });
        return { ok: true } as const;
      },
    }),
  ];
}
