import { Schema, type Connection } from 'mongoose';
import { tenantScoped } from '../../platform/mongo/tenant-scoped.ts';

export { ticketRoutes } from './routes.ts';

/** A conversation that waits for a person. */
export interface Ticket {
  _id: string;
  tenant: string;
  conversation: string;
  reason: string;
  priority: string;
  status: 'open' | 'closed';
  createdAt: Date;
}

export interface Tickets {
  /** Opens a ticket; the same id again changes nothing. */
  open(ticket: Pick<Ticket, '_id' | 'tenant' | 'conversation' | 'reason' | 'priority'>): Promise<void>;
  /** Closes what is open for a conversation. */
  close(of: { tenant: string; conversation: string }): Promise<void>;
  list(tenant: string): Promise<Ticket[]>;
}

export function createTickets(connection: Connection): Tickets {
  const schema = new Schema<Ticket>(
    {
      _id: { type: String, required: true },
      conversation: { type: String, required: true },
      reason: { type: String, default: '' },
      priority: { type: String, required: true },
      status: { type: String, required: true, default: 'open' },
    },
    { timestamps: true, collection: 'tickets' },
  );
  schema.plugin(tenantScoped);
  const tickets = connection.model<Ticket>('Ticket', schema);
  return {
    async open({ _id, tenant, ...rest }) {
      await tickets.updateOne({ tenant, _id }, { $setOnInsert: { ...rest, status: 'open' } }, { upsert: true });
    },
    async close({ tenant, conversation }) {
      await tickets.updateMany({ tenant, conversation, status: 'open' }, { $set: { status: 'closed' } });
    },
    list: (tenant) => tickets.find({ tenant }).sort({ createdAt: -1 }).limit(200).lean(),
  };
}
