import type { Collection, Filter } from 'mongodb';
import type { ConversationDocument } from '../documents.ts';

/** Which conversations are meant. */
export interface ConversationFilter {
  tenant: string;
  agent?: string | undefined;
  status?: 'open' | 'closed' | undefined;
  /** Only those that changed last before this. */
  before?: Date | undefined;
}

/** Status of the run of a conversation that goes on: none yet, or one that waits. */
const OPEN = { $in: [null, 'waiting'] };

/** What people who watch over conversations ask. */
export interface OverviewQueries {
  /** Conversations of an organisation, those that changed last first. */
  list(of: ConversationFilter, limit: number): Promise<ConversationDocument[]>;
  /** How many open conversations each agent of an organisation has that changed since. */
  live(tenant: string, since: Date): Promise<{ agent: string; live: number }[]>;
  /** Another value whenever a conversation of the organisation changed. */
  pulse(tenant: string): Promise<string>;
  /** Another value whenever the conversation changed; null where the organisation has none of this id. */
  revision(tenant: string, id: string): Promise<number | null>;
}

export function createOverviewQueries(conversations: Collection<ConversationDocument>): OverviewQueries {
  return {
    list: ({ tenant, agent, status, before }, limit) =>
      conversations
        .find({
          tenant,
          ...(agent !== undefined && { agent }),
          ...(status && { 'run.status': status === 'open' ? OPEN : { $nin: OPEN.$in } }),
          ...(before && { updatedAt: { $lt: before } }),
        } as Filter<ConversationDocument>)
        .sort({ updatedAt: -1 })
        .limit(limit)
        .toArray(),
    live: (tenant, since) =>
      conversations
        .aggregate<{ agent: string; live: number }>([
          { $match: { tenant, updatedAt: { $gte: since }, 'run.status': OPEN } },
          { $group: { _id: '$agent', live: { $sum: 1 } } },
          { $project: { _id: 0, agent: '$_id', live: 1 } },
        ])
        .toArray(),
    async pulse(tenant) {
      const last = await conversations.findOne({ tenant }, { sort: { updatedAt: -1 }, projection: { updatedAt: 1 } });
      if (!last) return '';
      const [of] = await conversations
        .aggregate<{ changes: number }>([
          { $match: { tenant, updatedAt: last.updatedAt } },
          { $group: { _id: null, changes: { $sum: '$revision' } } },
        ])
        .toArray();
      return `${last.updatedAt.getTime()}.${of?.changes ?? 0}`;
    },
    async revision(tenant, id) {
      const found = await conversations.findOne({ _id: id, tenant }, { projection: { revision: 1 } });
      return found?.revision ?? null;
    },
  };
}
