import type { ChannelMode } from '@scenarium/sdk';
import { Schema, type Connection as Database, type Model } from 'mongoose';
import { tenantScoped } from '../../platform/mongo/tenant-scoped.ts';

/** A way to one agent: a connection of a plugin whose service end users talk on. */
export interface Channel {
  _id: string;
  tenant: string;
  name: string;
  agent: string;
  plugin: string;
  /** Id of a connection of the plugin. */
  connection: string;
  /** Which of the plugin's channels. */
  kind: string;
  mode: ChannelMode;
  paused: boolean;
  /** Where polling goes on; null: from the beginning. */
  cursor: string | null;
  /** The process that polls. */
  lease: { owner: string; until: Date } | null;
  /** The address that the service was told; null: none. */
  address: string | null;
  /** When it is looked at again. */
  checkAt: Date;
  health: ChannelHealth;
  createdAt: Date;
  updatedAt: Date;
}

/** Taking messages in, sending them, asking how the service is. */
export type Exchanging = 'in' | 'out' | 'check';

export interface ChannelHealth {
  lastInAt: Date | null;
  lastOutAt: Date | null;
  /** When its service was last asked how it is. */
  checkedAt: Date | null;
  /** How many exchanges of each kind failed since the last that did not. */
  failures: Record<Exchanging, number>;
  lastError: { code: string; message: string; at: Date } | null;
  /** Since when nothing gets through; null: it does. */
  deadSince: Date | null;
}

/** Of a channel that nothing happened on yet. */
export const UNTRIED: ChannelHealth = {
  ...{ lastInAt: null, lastOutAt: null, checkedAt: null },
  failures: { in: 0, out: 0, check: 0 },
  ...{ lastError: null, deadSince: null },
};

export function channelModel(database: Database): Model<Channel> {
  const text = { type: String, required: true };
  const free = { type: Schema.Types.Mixed, default: null };
  const schema = new Schema<Channel>(
    {
      ...{ _id: text, name: text, agent: text, plugin: text, connection: text, kind: text, mode: text },
      paused: { type: Boolean, default: false },
      cursor: { type: String, default: null },
      lease: free,
      address: { type: String, default: null },
      checkAt: { type: Date, required: true },
      health: { type: Schema.Types.Mixed, required: true },
    },
    { timestamps: true, minimize: false, collection: 'channels' },
  );
  schema.plugin(tenantScoped);
  schema.index({ tenant: 1, connection: 1, kind: 1 }, { unique: true });
  schema.index({ tenant: 1, agent: 1 });
  schema.index({ checkAt: 1 });
  return database.model<Channel>('Channel', schema);
}
