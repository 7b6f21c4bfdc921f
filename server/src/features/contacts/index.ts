import type { JsonObject } from '@scenarium/language';
import { Schema, type Connection } from 'mongoose';
import { tenantScoped } from '../../platform/mongo/tenant-scoped.ts';

interface Contact {
  _id: string;
  tenant: string;
  variables: Record<string, unknown>;
}

/** What is remembered of end users from conversation to conversation. */
export interface Contacts {
  variables(tenant: string, contact: string): Promise<JsonObject>;
  /** Sets these variables, leaving others. */
  remember(tenant: string, contact: string, variables: JsonObject): Promise<void>;
}

export function createContacts(connection: Connection): Contacts {
  const schema = new Schema<Contact>(
    { _id: { type: String, required: true }, variables: { type: Schema.Types.Mixed, default: {} } },
    { timestamps: true, minimize: false, collection: 'contacts' },
  );
  schema.plugin(tenantScoped);
  const contacts = connection.model<Contact>('Contact', schema);
  return {
    async variables(tenant, contact) {
      const found = await contacts.findOne({ tenant, _id: `${tenant}:${contact}` }).lean();
      return (found?.variables ?? {}) as JsonObject;
    },
    async remember(tenant, contact, variables) {
      const set = Object.fromEntries(Object.entries(variables).map(([name, value]) => [`variables.${name}`, value]));
      await contacts.updateOne({ tenant, _id: `${tenant}:${contact}` }, { $set: set }, { upsert: true });
    },
  };
}
