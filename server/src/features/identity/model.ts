import { Schema, type Connection, type Model } from 'mongoose';
import { tenantScoped } from '../../platform/mongo/tenant-scoped.ts';

/** An organisation: everything else belongs to one. `number` counts from 1. */
export interface Organisation {
  _id: string;
  number: number;
  slug: string;
  name: string;
}

export const ROLES = ['admin', 'editor', 'viewer', 'operator'] as const;
export type Role = (typeof ROLES)[number];

export interface User {
  _id: string;
  tenant: string;
  email: string;
  name: string;
  passwordHash: string;
  roles: Role[];
  disabled: boolean;
}

/** A session's refresh token, by its hash, and those it had before: using one of them ends the session. */
export interface Session {
  _id: string;
  tenant: string;
  user: string;
  tokenHash: string;
  spent: string[];
  expiresAt: Date;
}

export interface IdentityModels {
  organisations: Model<Organisation>;
  users: Model<User>;
  sessions: Model<Session>;
}

export function identityModels(connection: Connection): IdentityModels {
  const organisation = new Schema<Organisation>(
    {
      _id: { type: String, required: true },
      number: { type: Number, required: true, unique: true },
      slug: { type: String, required: true, unique: true },
      name: { type: String, required: true },
    },
    { timestamps: true, collection: 'organisations' },
  );
  const user = new Schema<User>(
    {
      _id: { type: String, required: true },
      email: { type: String, required: true, lowercase: true, trim: true },
      name: { type: String, required: true },
      passwordHash: { type: String, required: true },
      roles: { type: [String], enum: ROLES, required: true },
      disabled: { type: Boolean, required: true, default: false },
    },
    { timestamps: true, collection: 'users' },
  );
  user.plugin(tenantScoped);
  user.index({ tenant: 1, email: 1 }, { unique: true });
  const session = new Schema<Session>(
    {
      _id: { type: String, required: true },
      user: { type: String, required: true },
      tokenHash: { type: String, required: true },
      spent: { type: [String], default: [] },
      expiresAt: { type: Date, required: true, expires: 0 },
    },
    { timestamps: true, collection: 'sessions' },
  );
  session.plugin(tenantScoped);
  return {
    organisations: connection.model<Organisation>('Organisation', organisation),
    users: connection.model<User>('User', user),
    sessions: connection.model<Session>('Session', session),
  };
}
