import type { Db, Filter, UpdateFilter, WriteConcernSettings } from 'mongodb';
import type { ConversationDocument, InboundRow, MessageRow, OutboundRow, TraceRow } from '../documents.ts';
import { rowId, seqOf, STRIDE } from '../position.ts';
import { Batcher } from './batcher.ts';
import { createOverviewQueries, type OverviewQueries } from './overview-queries.ts';
import { createVersionQueries, type VersionQueries } from './version-queries.ts';

/** Where an insert collided: with the same external message, with another row at the same place, or not at all. */
export type InsertResult = 'inserted' | 'same-message' | 'same-place';

/** One conditional change of a conversation; happens only if the conversation is still at `revision`. */
export interface Commit {
  _id: string;
  revision: number;
  commitId: string;
  set: Partial<ConversationDocument>;
}

interface WriteReply {
  n: number;
  writeErrors?: { index: number; code: number; keyPattern?: Record<string, unknown>; errmsg?: string }[];
}

/**
 * The runtime's three collections on one MongoDB database. Single-document operations and unique indexes only; every write
 * that is relied on is journalled before it is answered.
 */
export interface Store extends OverviewQueries, VersionQueries {
  prepare(): Promise<void>;
  create(conversation: ConversationDocument): Promise<ConversationDocument>;
  read(id: string): Promise<ConversationDocument | null>;
  /** Conversations whose run waits for an event: for this key, or for any. */
  waitingFor(
    event: { tenant: string; name: string; key?: string | undefined },
    limit: number,
  ): Promise<Pick<ConversationDocument, '_id' | 'channel'>[]>;
  /** Resolves when the row is durable. */
  insertInbound(row: InboundRow): Promise<InsertResult>;
  inboundByExternalId(tenant: string, channel: string, externalId: string): Promise<InboundRow | null>;
  lastInbound(conversation: string): Promise<number>;
  inboundAfter(conversation: string, inbound: number, limit: number): Promise<InboundRow[]>;
  /** True: it happened. False: somebody else changed the conversation before. Rejects when the outcome is unknown. */
  commit(commit: Commit): Promise<boolean>;
  /** Takes the lease (for `leaseMs`, by the database's clock) if it is free or run out. Counts an attempt. */
  claim(id: string, owner: string, leaseMs: number): Promise<ConversationDocument | null>;
  renew(id: string, revision: number, leaseMs: number): Promise<boolean>;
  saveOutbound(row: OutboundRow): Promise<unknown>;
  saveTrace(trace: {
    _id: string;
    tenant: string;
    conversation: string;
    run: string;
    entries: unknown[];
  }): Promise<void>;
  /** What the engine did after a turn (or from the beginning), turn by turn. */
  traces(conversation: string, after: string | undefined, limit: number): Promise<TraceRow[]>;
  /** These inbound rows are applied. */
  clearPending(ids: string[]): Promise<void>;
  park(row: InboundRow, reason: string, attempts: number): Promise<void>;
  /** It was put into the queue again. */
  unpark(id: string): Promise<void>;
  /** Rows accepted before `before` that are not known to be applied. */
  forgotten(before: Date, limit: number): Promise<Pick<InboundRow, '_id' | 'conversation' | 'seq'>[]>;
  /** Number of the last applied inbound row, by conversation. */
  applied(conversations: string[]): Promise<Map<string, number>>;
  /** Rows set aside, newest first. */
  parked(tenant: string, limit: number): Promise<InboundRow[]>;
  parkedRow(tenant: string, id: string): Promise<InboundRow | null>;
  /** Those of the conversations that have something visible beyond a cursor. */
  beyond(cursors: { id: string; seq: number }[]): Promise<ConversationDocument[]>;
  due(now: Date, limit: number): Promise<string[]>;
  messages(conversation: string, after: number, upTo: number, limit: number): Promise<MessageRow[]>;
  /** The same, the newest first. */
  newestMessages(conversation: string, after: number, upTo: number, limit: number): Promise<MessageRow[]>;
  /** The database's clock, milliseconds since the epoch. */
  now(): Promise<number>;
}

/** How long what nobody waits for is gathered. */
const HOUSEKEEPING_MS = 25;

export function createStore(db: Db, durable: WriteConcernSettings): Store {
  const conversations = db.collection<ConversationDocument>('conversations');
  const messages = db.collection<MessageRow>('messages');
  const writeConcern = durable;

  const inserts = new Batcher<InboundRow, InsertResult>(async (documents) => {
    const reply = (await db.command({ insert: 'messages', documents, ordered: false, writeConcern })) as WriteReply;
    const results: InsertResult[] = documents.map(() => 'inserted');
    for (const error of reply.writeErrors ?? []) {
      if (error.code !== 11000) throw new Error(`message not saved: ${error.errmsg}`);
      results[error.index] = error.keyPattern && '_id' in error.keyPattern ? 'same-place' : 'same-message';
    }
    return results;
  });

  // What was written before and its answer lost is written again under the same id: that changes nothing.
  const housekeeping = (collection: string) => async (documents: object[]) => {
    await db.command({ insert: collection, documents, ordered: false, writeConcern });
    return documents.map(() => undefined);
  };
  const outbound = new Batcher<OutboundRow, undefined>(housekeeping('messages'), HOUSEKEEPING_MS);
  const traces = new Batcher<object, undefined>(housekeeping('traces'), HOUSEKEEPING_MS);

  const commits = new Batcher<Commit, boolean>(async (items) => {
    const updates = items.map(({ _id, revision, commitId, set }) => ({
      q: { _id, revision },
      u: { $set: { ...set, revision: revision + 1, commitId } },
    }));
    const reply = (await db.command({ update: 'conversations', updates, ordered: false, writeConcern })) as WriteReply;
    for (const error of reply.writeErrors ?? []) throw new Error(`conversation not saved: ${error.errmsg}`);
    if (reply.n === items.length) return items.map(() => true);
    const found = await conversations
      .find({ _id: { $in: items.map(({ _id }) => _id) } }, { projection: { commitId: 1 } })
      .toArray();
    const commitIds = new Map(found.map(({ _id, commitId }) => [_id, commitId]));
    return items.map(({ _id, commitId }) => commitIds.get(_id) === commitId);
  });

  const cleared = new Batcher<string[], void>(async (items) => {
    const writeConcern = { w: 1, j: false };
    await messages.updateMany({ _id: { $in: items.flat() } }, { $unset: { pending: '' } }, { writeConcern });
    return items.map(() => undefined);
  }, 4 * HOUSEKEEPING_MS);

  return {
    ...createOverviewQueries(conversations),
    ...createVersionQueries(conversations),
    async prepare() {
      await messages.createIndex(
        { tenant: 1, channel: 1, externalId: 1 },
        { unique: true, partialFilterExpression: { direction: 'in' } },
      );
      await messages.createIndex({ at: 1 }, { partialFilterExpression: { pending: true }, name: 'pending' });
      await messages.createIndex(
        { tenant: 1, at: -1 },
        { partialFilterExpression: { parked: { $exists: true } }, name: 'parked' },
      );
      await conversations.createIndex({ dueAt: 1 }, { partialFilterExpression: { dueAt: { $type: 'date' } } });
      await conversations.createIndex({ tenant: 1, 'waits.name': 1, 'waits.key': 1 });
      await conversations.createIndex({ tenant: 1, updatedAt: -1 });
      await conversations.createIndex({ tenant: 1, agent: 1, updatedAt: -1 });
      await conversations.createIndex({ tenant: 1, agent: 1, version: 1, 'run.status': 1, _id: 1 });
      await conversations.createIndex(
        { tenant: 1, 'migration.activation': 1 },
        { partialFilterExpression: { 'migration.activation': { $exists: true } } },
      );
      await db.collection('traces').createIndex({ conversation: 1, _id: 1 });
    },
    async create(conversation) {
      const { _id, ...rest } = conversation;
      const update: UpdateFilter<ConversationDocument> = { $setOnInsert: rest };
      const found = await conversations.findOneAndUpdate({ _id }, update, {
        upsert: true,
        returnDocument: 'after',
        writeConcern,
      });
      return found as ConversationDocument;
    },
    read: (id) => conversations.findOne({ _id: id }),
    waitingFor: ({ tenant, name, key }, limit) =>
      conversations
        .find(
          { tenant, waits: { $elemMatch: { name, key: { $in: [null, ...(key === undefined ? [] : [key])] } } } },
          { projection: { channel: 1 } },
        )
        .limit(limit)
        .toArray(),
    insertInbound: (row) => inserts.add(row),
    inboundByExternalId: (tenant, channel, externalId) =>
      messages.findOne({ tenant, channel, externalId, direction: 'in' }) as Promise<InboundRow | null>,
    async lastInbound(conversation) {
      const last = await messages.findOne(
        { _id: { $gt: rowId(conversation, 0), $lt: `${conversation}0` }, direction: 'in' },
        { sort: { _id: -1 }, projection: { seq: 1 } },
      );
      if (last) return last.seq / STRIDE;
      // Old rows may have been removed; the conversation remembers how many there were.
      const found = await conversations.findOne({ _id: conversation }, { projection: { applied: 1 } });
      return found?.applied ?? 0;
    },
    inboundAfter: (conversation, inbound, limit) =>
      messages
        .find({ _id: { $gt: rowId(conversation, seqOf(inbound)), $lt: `${conversation}0` }, direction: 'in' })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray() as Promise<InboundRow[]>,
    commit: (commit) => commits.add(commit),
    claim: (id, owner, leaseMs) =>
      conversations.findOneAndUpdate(
        { _id: id, $expr: { $or: [{ $eq: ['$lease', null] }, { $lt: ['$lease.until', '$$NOW'] }] } },
        [
          {
            $set: {
              lease: { owner, until: { $add: ['$$NOW', leaseMs] } },
              dueAt: { $add: ['$$NOW', leaseMs] },
              revision: { $add: ['$revision', 1] },
              attempts: { $add: ['$attempts', 1] },
            },
          },
        ],
        { returnDocument: 'after', writeConcern },
      ),
    async renew(id, revision, leaseMs) {
      const until = { $add: ['$$NOW', leaseMs] };
      const reply = await conversations.updateOne({ _id: id, revision }, [
        { $set: { 'lease.until': until, dueAt: until } },
      ]);
      return reply.matchedCount === 1;
    },
    saveOutbound: (row) => outbound.add(row),
    saveTrace: (trace) => traces.add(trace),
    async traces(conversation, after = '', limit) {
      const found = await db
        .collection<Omit<TraceRow, 'id'> & { _id: string; conversation: string }>('traces')
        .find({ conversation, _id: { $gt: after } })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray();
      return found.map(({ _id: id, run, entries }) => ({ id, run, entries }));
    },
    clearPending: (ids) => cleared.add(ids),
    async park(row, reason, attempts) {
      await messages.updateOne({ _id: row._id }, { $set: { parked: { reason, attempts } } }, { writeConcern });
    },
    async unpark(id) {
      await messages.updateOne({ _id: id }, { $unset: { parked: '' } }, { writeConcern });
    },
    forgotten: (before, limit) =>
      messages
        .find({ pending: true, at: { $lt: before } }, { projection: { conversation: 1, seq: 1 } })
        .sort({ at: 1 })
        .limit(limit)
        .toArray() as Promise<Pick<InboundRow, '_id' | 'conversation' | 'seq'>[]>,
    async applied(ids) {
      const found = await conversations.find({ _id: { $in: ids } }, { projection: { applied: 1 } }).toArray();
      return new Map(found.map(({ _id, applied }) => [_id, applied]));
    },
    parked: (tenant, limit) =>
      messages
        .find({ tenant, parked: { $exists: true } })
        .sort({ at: -1 })
        .limit(limit)
        .toArray() as Promise<InboundRow[]>,
    parkedRow: (tenant, id) =>
      messages.findOne({ _id: id, tenant, parked: { $exists: true } }) as Promise<InboundRow | null>,
    beyond: (cursors) =>
      conversations.find({ $or: cursors.map(({ id, seq }) => ({ _id: id, lastSeq: { $gt: seq } })) }).toArray(),
    async due(now, limit) {
      const found = await conversations
        .find({ dueAt: { $lte: now, $type: 'date' } }, { projection: { _id: 1 } })
        .sort({ dueAt: 1 })
        .limit(limit)
        .toArray();
      return found.map(({ _id }) => _id);
    },
    messages: (conversation, after, upTo, limit) =>
      messages
        .find(between(conversation, after, upTo))
        .sort({ _id: 1 })
        .limit(limit)
        .toArray(),
    newestMessages: (conversation, after, upTo, limit) =>
      messages
        .find(between(conversation, after, upTo))
        .sort({ _id: -1 })
        .limit(limit)
        .toArray(),
    async now() {
      const [found] = await db.aggregate<{ now: Date }>([{ $documents: [{ now: '$$NOW' }] }]).toArray();
      return found?.now.getTime() ?? Date.now();
    },
  };
}

function between(conversation: string, after: number, upTo: number): Filter<MessageRow> {
  return { _id: { $gt: rowId(conversation, after), $lte: rowId(conversation, upTo) }, 'body.kind': 'message' };
}
