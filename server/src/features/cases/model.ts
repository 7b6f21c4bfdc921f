import type { Case } from '@scenarium/language';
import { Schema, type Connection, type Model } from 'mongoose';
import { tenantScoped } from '../../platform/mongo/tenant-scoped.ts';

/** A dialogue that proves a scenario. `key` is unique in the scenario. */
export interface StoredCase {
  _id: string;
  tenant: string;
  scenario: string;
  key: string;
  given: Case;
  updatedAt: Date;
}

export function caseModel(connection: Connection): Model<StoredCase> {
  const schema = new Schema<StoredCase>(
    {
      _id: { type: String, required: true },
      scenario: { type: String, required: true },
      key: { type: String, required: true },
      given: { type: Schema.Types.Mixed, required: true },
    },
    { timestamps: true, minimize: false, collection: 'cases' },
  );
  schema.plugin(tenantScoped);
  schema.index({ tenant: 1, scenario: 1, key: 1 }, { unique: true });
  return connection.model<StoredCase>('Case', schema);
}
