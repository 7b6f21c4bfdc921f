import { randomUUID } from 'node:crypto';
import type { ChannelRequest, Received } from '@scenarium/sdk';
import type { Connection as Database } from 'mongoose';
import type { Backlog, ConversationDocument, OutboundRow } from '../../runtime/index.ts';
import type { ChannelsContext } from './context.ts';
import { channelModel, type Channel } from './model.ts';
import { addressOf } from './operations/check.ts';
import {
  checked,
  createChannel,
  getChannel,
  removeChannel,
  updateChannel,
  type ChannelChanges,
  type ChannelInput,
} from './operations/channels.ts';
import { startChecker } from './operations/checker.ts';
import type { Failure } from './operations/health.ts';
import { startPoller } from './operations/poller.ts';
import { receive } from './operations/receive.ts';
import { startSender, type Sender } from './operations/sender.ts';
import { testSend } from './operations/test-send.ts';
import { withPlugin } from './operations/with-plugin.ts';
import { channelProblems } from './problems.ts';

export { channelRoutes } from './routes.ts';
export { mountChannelWebhooks } from './webhook.ts';
export type { Channel } from './model.ts';

/** Ways in which end users reach agents by services outside. */
export interface Channels {
  prepare(): Promise<void>;
  /** Begins to poll, to send and to look after the health of channels. */
  start(): void;
  stop(): Promise<void>;
  list(of: { tenant: string; agent?: string | undefined }): Promise<Channel[]>;
  get(of: { tenant: string; id: string }): Promise<Channel>;
  create(tenant: string, input: ChannelInput): Promise<Channel>;
  update(of: { tenant: string; id: string }, changes: ChannelChanges): Promise<Channel>;
  remove(of: { tenant: string; id: string }): Promise<void>;
  /** The channel after its service was asked how it is. */
  check(of: { tenant: string; id: string }): Promise<Channel>;
  testSend(
    of: { tenant: string; id: string },
    message: { to: string; text: string; locale: string },
  ): Promise<{ ok: boolean; error?: Failure }>;
  backlog(channel: Channel): Promise<Backlog>;
  /** Where its service sends to; null where it is polled. */
  addressOf(channel: Channel): string | null;
  /** Takes in what a service sent. The answer is for the service. */
  receive(id: string, request: ChannelRequest): Promise<Received['answer']>;
  undelivered(of: { tenant: string; channel?: string | undefined }, limit: number): Promise<OutboundRow[]>;
  /** Puts a message that was given up into its queue again. @throws undelivered_not_found */
  retry(of: { tenant: string; id: string }): Promise<OutboundRow>;
  /** A message of the conversation waits to be sent. */
  said(conversation: ConversationDocument): void;
  /** The agent works on an answer. */
  working(conversation: ConversationDocument): void;
}

export type ChannelsOptions = Omit<ChannelsContext, 'channels' | 'owner'> & { database: Database };

const MOST = 500;
const TYPING_MS = 5_000;

export function createChannels({ database, ...options }: ChannelsOptions): Channels {
  const channels = channelModel(database);
  const context: ChannelsContext = { ...options, channels, owner: randomUUID() };
  const { deliveries, host } = options;
  let sender: Sender | null = null;
  let stopOthers: () => Promise<void> = async () => undefined;

  async function showTyping({ tenant, channel: id, thread = '' }: ConversationDocument): Promise<void> {
    const channel = await channels.findOne({ tenant, _id: id, paused: false }).lean();
    if (!channel || !host.definition(channel.plugin)?.channels[channel.kind]?.shows.typing) return;
    await withPlugin(context, channel, { lane: 'out', timeoutMs: TYPING_MS }, async ({ typing }, own) =>
      typing?.(thread, own),
    );
  }

  return {
    async prepare() {
      await Promise.all([channels.createIndexes(), deliveries.prepare()]);
    },
    start() {
      const [poller, checker] = [startPoller(context), startChecker(context)];
      sender = startSender(context);
      stopOthers = () => {
        checker.stop();
        return poller.stop();
      };
    },
    async stop() {
      await Promise.all([sender?.stop(), stopOthers()]);
    },
    list: ({ tenant, agent }) =>
      channels
        .find({ tenant, ...(agent !== undefined && { agent }) })
        .sort({ name: 1 })
        .limit(MOST)
        .lean(),
    get: (of) => getChannel(context, of),
    create: (tenant, input) => createChannel(context, tenant, input),
    update: (of, changes) => updateChannel(context, of, changes),
    remove: (of) => removeChannel(context, of),
    check: (of) => checked(context, of),
    testSend: async (of, message) => testSend(context, await getChannel(context, of), message),
    backlog: ({ tenant, _id: channel }) => deliveries.backlog({ tenant, channel }),
    addressOf: (channel) => addressOf(context, channel),
    receive: (id, request) => receive(context, id, request),
    undelivered: (of, limit) => deliveries.failed(of, limit),
    async retry(of) {
      const row = await deliveries.retry(of, new Date());
      if (!row) throw channelProblems.undelivered_not_found({ detail: of.id });
      sender?.poke(row.conversation);
      return row;
    },
    said({ _id, thread }) {
      if (thread !== undefined) sender?.poke(_id);
    },
    working(conversation) {
      if (conversation.thread === undefined) return;
      showTyping(conversation).catch((error: unknown) =>
        options.log.warn({ err: error as Error, channel: conversation.channel }, 'typing was not shown'),
      );
    },
  };
}
