import type { ChannelContext, ChannelHandlers } from '@scenarium/sdk';
import type { Model } from 'mongoose';
import type { Logger } from 'pino';
import type { PluginHost } from '../../plugin-host/index.ts';
import type { Deliveries, Runtime } from '../../runtime/index.ts';
import type { Agents } from '../agents/index.ts';
import type { Connections } from '../connections/index.ts';
import type { Conversations } from '../conversations/index.ts';
import type { Events } from '../events/index.ts';
import type { Channel } from './model.ts';

/** What the operations on channels share. */
export interface ChannelsContext {
  channels: Model<Channel>;
  connections: Connections;
  host: PluginHost;
  agents: Agents;
  events: Events;
  deliveries: Deliveries;
  log: Logger;
  /** This life of this process. */
  owner: string;
  conversations(): Conversations;
  runtime(): Runtime;
  /** Where services outside reach this server. */
  publicUrl(): string;
}

/** What a plugin does for one of its channels. */
export type Handlers = ChannelHandlers<unknown>;
export type HandlerContext = ChannelContext<unknown>;
