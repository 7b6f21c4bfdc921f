import { Schema, type Connection, type Model } from 'mongoose';
import { tenantScoped } from '../../platform/mongo/tenant-scoped.ts';
import type { ActivationPlan } from '../../runtime/index.ts';

/**
 * An agent begins to run another version. `asking`: not every conversation in progress knows yet.
 */
export interface Activation extends Omit<ActivationPlan, 'id'> {
  _id: string;
  tenant: string;
  author: string;
  state: 'asking' | 'asked';
  createdAt: Date;
}

export function activationModel(connection: Connection): Model<Activation> {
  const schema = new Schema<Activation>(
    {
      _id: { type: String, required: true },
      agent: { type: String, required: true },
      from: { type: String, default: null },
      to: { type: String, required: true },
      steps: { type: Schema.Types.Mixed, required: true },
      message: { type: Schema.Types.Mixed, required: true },
      author: { type: String, default: '' },
      state: { type: String, required: true },
    },
    { timestamps: { createdAt: true, updatedAt: false }, minimize: false, collection: 'activations' },
  );
  schema.plugin(tenantScoped);
  schema.index({ tenant: 1, agent: 1, createdAt: -1 });
  // One at a time for an agent, whoever begins them where.
  schema.index({ tenant: 1, agent: 1 }, { unique: true, partialFilterExpression: { state: 'asking' }, name: 'asking' });
  schema.index({ state: 1 }, { partialFilterExpression: { state: 'asking' }, name: 'unfinished' });
  return connection.model<Activation>('Activation', schema);
}
