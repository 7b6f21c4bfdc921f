import { Schema, type Connection, type Model } from 'mongoose';
import { tenantScoped } from '../../platform/mongo/tenant-scoped.ts';

/** A named group of agents. An agent is in one block at most. */
export interface Block {
  _id: string;
  tenant: string;
  name: string;
  /** Ids, in the order they are shown in. */
  agents: string[];
}

export function blockModel(connection: Connection): Model<Block> {
  const schema = new Schema<Block>(
    {
      _id: { type: String, required: true },
      name: { type: String, required: true },
      agents: { type: [String], default: [] },
    },
    { timestamps: true, collection: 'blocks' },
  );
  schema.plugin(tenantScoped);
  schema.index({ tenant: 1, name: 1 }, { unique: true });
  schema.index({ tenant: 1, agents: 1 });
  return connection.model<Block>('Block', schema);
}
