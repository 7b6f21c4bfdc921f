import type { Collection } from 'mongodb';
import type { ConversationDocument, Migration } from '../documents.ts';

/** The conversations of an agent that are in progress on one of its versions. */
export interface OnVersion {
  tenant: string;
  agent: string;
  version: string;
}

/** What is asked about conversations in progress when an agent goes over to another version. */
export interface VersionQueries {
  /** How many conversations are in progress on a version, and at which of its steps; one in parallel branches is at several. */
  steps(on: OnVersion): Promise<{ conversations: number; steps: { step: string; conversations: number }[] }>;
  /** Conversations in progress on a version, in the order of their ids, after one. */
  inProgress(on: OnVersion, after: string, limit: number): Promise<Pick<ConversationDocument, '_id' | 'channel'>[]>;
  /** How many conversations in progress on a version were not asked by an activation yet. */
  notAsked(on: OnVersion, activation: string): Promise<number>;
  /** What became of the conversations that an activation asked. */
  migrated(tenant: string, activation: string): Promise<{ outcome: Migration['outcome']; conversations: number }[]>;
}

export function createVersionQueries(conversations: Collection<ConversationDocument>): VersionQueries {
  return {
    async steps(on) {
      const own = { $filter: { input: '$run.tokens', as: 'token', cond: { $eq: ['$$token.frame', 'main'] } } };
      const [found] = await conversations
        .aggregate<{ all: { n: number }[]; steps: { step: string; conversations: number }[] }>([
          { $match: { ...on, 'run.status': 'waiting' } },
          { $project: { own } },
          { $project: { steps: { $setUnion: ['$own.step'] } } },
          {
            $facet: {
              all: [{ $count: 'n' }],
              steps: [
                { $unwind: '$steps' },
                { $group: { _id: '$steps', conversations: { $sum: 1 } } },
                { $project: { _id: 0, step: '$_id', conversations: 1 } },
                { $sort: { conversations: -1, step: 1 } },
              ],
            },
          },
        ])
        .toArray();
      return { conversations: found?.all[0]?.n ?? 0, steps: found?.steps ?? [] };
    },
    inProgress: (on, after, limit) =>
      conversations
        .find({ ...on, 'run.status': 'waiting', _id: { $gt: after } }, { projection: { channel: 1 } })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray(),
    notAsked: (on, activation) =>
      conversations.countDocuments({ ...on, 'run.status': 'waiting', 'migration.activation': { $ne: activation } }),
    migrated: (tenant, activation) =>
      conversations
        .aggregate<{ outcome: Migration['outcome']; conversations: number }>([
          { $match: { tenant, 'migration.activation': activation } },
          { $group: { _id: '$migration.outcome', conversations: { $sum: 1 } } },
          { $project: { _id: 0, outcome: '$_id', conversations: 1 } },
        ])
        .toArray(),
  };
}
