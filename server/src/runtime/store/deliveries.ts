import type { Db, WriteConcernSettings } from 'mongodb';
import type { ConversationDocument, DeliveryState, OutboundRow } from '../documents.ts';
import { rowId } from '../position.ts';

/** How much of a channel's messages is on its way. */
export interface Backlog {
  waiting: number;
  failed: number;
  /** When the oldest waiting message was said. */
  oldest: Date | null;
}

/**
 * Messages on their way to the services of channels: rows of `messages` with a `delivery`. Those of one conversation go one after
 * another, so the first that waits is the only one that may be claimed.
 */
export interface Deliveries {
  prepare(): Promise<void>;
  /** Conversations with a message that is due, those that wait longest first. */
  due(now: Date, limit: number): Promise<string[]>;
  /** The message of a conversation that goes next, once everything said before it is saved. */
  next(conversation: ConversationDocument): Promise<OutboundRow | null>;
  /** Takes a message for an attempt that ends by `until`. Null: somebody else has it. */
  claim(row: OutboundRow, until: Date): Promise<OutboundRow | null>;
  /** What became of a claimed message. False: somebody else has it by now. */
  settle(row: OutboundRow, change: Partial<DeliveryState>): Promise<boolean>;
  /** Nothing of the conversation is looked at before. */
  postpone(row: OutboundRow, until: Date): Promise<void>;
  /** Everything that waits in a channel is due now. */
  hasten(channel: string, now: Date): Promise<void>;
  backlog(of: { tenant: string; channel: string }): Promise<Backlog>;
  /** Messages of an organisation that were given up, the newest first. */
  failed(of: { tenant: string; channel?: string | undefined }, limit: number): Promise<OutboundRow[]>;
  /** Puts a message that was given up into its queue again. */
  retry(of: { tenant: string; id: string }, now: Date): Promise<OutboundRow | null>;
}

const WAITING = { 'delivery.status': 'waiting' as const };
const FAILED = { 'delivery.status': 'failed' as const };

export function createDeliveries(db: Db, durable: WriteConcernSettings): Deliveries {
  const messages = db.collection<OutboundRow>('messages');
  const options = { writeConcern: durable };
  const claimed = ({ _id, delivery }: OutboundRow) => ({
    _id,
    ...WAITING,
    'delivery.attempts': delivery?.attempts ?? 0,
  });

  return {
    async prepare() {
      await messages.createIndex({ 'delivery.due': 1 }, { partialFilterExpression: WAITING, name: 'due deliveries' });
      await messages.createIndex(
        { channel: 1, conversation: 1, seq: 1 },
        { partialFilterExpression: WAITING, name: 'waiting deliveries' },
      );
      await messages.createIndex(
        { tenant: 1, channel: 1, at: -1 },
        { partialFilterExpression: FAILED, name: 'failed deliveries' },
      );
    },
    async due(now, limit) {
      const found = await messages
        .find({ ...WAITING, 'delivery.due': { $lte: now } }, { projection: { conversation: 1 } })
        .sort({ 'delivery.due': 1 })
        .limit(limit)
        .toArray();
      return [...new Set(found.map(({ conversation }) => conversation))];
    },
    async next({ _id: conversation, channel, outbox }) {
      const row = await messages.findOne({ ...WAITING, channel, conversation }, { sort: { seq: 1 } });
      const before = outbox.flatMap((item) =>
        item.kind === 'message' && row && item.seq < row.seq ? [rowId(conversation, item.seq)] : [],
      );
      const isFirst =
        before.length === 0 || (await messages.countDocuments({ _id: { $in: before } })) === before.length;
      return isFirst ? row : null;
    },
    async claim(row, until) {
      const claim = { $set: { 'delivery.due': until }, $inc: { 'delivery.attempts': 1 } };
      return messages.findOneAndUpdate(claimed(row), claim, { ...options, returnDocument: 'after' });
    },
    async settle(row, change) {
      const set = Object.fromEntries(Object.entries(change).map(([name, value]) => [`delivery.${name}`, value]));
      return (await messages.updateOne(claimed(row), { $set: set }, options)).matchedCount === 1;
    },
    async postpone({ channel, conversation }, until) {
      await messages.updateMany(
        { ...WAITING, channel, conversation, 'delivery.due': { $lt: until } },
        { $set: { 'delivery.due': until } },
      );
    },
    async hasten(channel, now) {
      await messages.updateMany({ ...WAITING, channel }, { $set: { 'delivery.due': now } });
    },
    async backlog({ tenant, channel }) {
      const [waiting, failed, oldest] = await Promise.all([
        messages.countDocuments({ ...WAITING, channel, tenant }),
        messages.countDocuments({ ...FAILED, channel, tenant }),
        messages
          .find({ ...WAITING, channel, tenant })
          .sort({ at: 1 })
          .limit(1)
          .next(),
      ]);
      return { waiting, failed, oldest: oldest?.at ?? null };
    },
    failed: ({ tenant, channel }, limit) =>
      messages
        .find({ ...FAILED, tenant, ...(channel !== undefined && { channel }) })
        .sort({ at: -1 })
        .limit(limit)
        .toArray(),
    retry: ({ tenant, id }, now) =>
      messages.findOneAndUpdate(
        { _id: id, tenant, ...FAILED },
        { $set: { 'delivery.status': 'waiting', 'delivery.due': now, 'delivery.attempts': 0 } },
        { ...options, returnDocument: 'after' },
      ),
  };
}
