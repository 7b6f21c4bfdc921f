import { Schema, type Connection as Database, type Model } from 'mongoose';
import { tenantScoped } from '../../platform/mongo/tenant-scoped.ts';

/** A configured plugin. Its secrets are sealed, each for its own place. */
export interface Connection {
  _id: string;
  tenant: string;
  /** Scenarios name it so. */
  name: string;
  plugin: string;
  config: Record<string, unknown>;
  secrets: Record<string, string>;
  createdAt: Date;
  updatedAt: Date;
}

export function connectionModel(database: Database): Model<Connection> {
  const schema = new Schema<Connection>(
    {
      _id: { type: String, required: true },
      name: { type: String, required: true },
      plugin: { type: String, required: true },
      config: { type: Schema.Types.Mixed, required: true, default: {} },
      secrets: { type: Schema.Types.Mixed, required: true, default: {} },
    },
    { timestamps: true, minimize: false, collection: 'connections' },
  );
  schema.plugin(tenantScoped);
  schema.index({ tenant: 1, name: 1 }, { unique: true });
  return database.model<Connection>('Connection', schema);
}
