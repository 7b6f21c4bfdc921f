import type { ConversationDocument, OutboundRow } from '../../../runtime/index.ts';
import type { ChannelsContext } from '../context.ts';
import { fitMessage } from '../fit-message.ts';
import type { Channel } from '../model.ts';
import { failureOf, noteFailure, noteSuccess, type Failure } from './health.ts';
import { withPlugin } from './with-plugin.ts';

const SEND_MS = 10_000;
/** Longer than one attempt takes: whoever has a message for longer has died. */
const CLAIM_MS = 15_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** A message that did not get through for so long is given up. */
const GIVEN_UP_MS = 24 * 3_600_000;
const PAUSED_MS = 30_000;

/** Hands the messages of conversations to the services of their channels. */
export interface Delivering {
  /** Everything that is due of a conversation goes, in order. */
  deliver(conversation: string): Promise<void>;
}

export function createDelivering(context: ChannelsContext): Delivering {
  const { channels, deliveries, runtime, events } = context;
  /** Channels whose services asked for a pause. */
  const resting = new Map<string, number>();

  /** True: the next message may go. */
  async function deliverNext(conversation: ConversationDocument): Promise<boolean> {
    const row = await deliveries.next(conversation);
    if (!row?.delivery) return false;
    const channel = await channels.findOne({ tenant: row.tenant, _id: row.channel }).lean();
    const now = Date.now();
    const rest = channel?.paused ? now + PAUSED_MS : (resting.get(row.channel) ?? 0);
    // Those that wait behind a failed one are due when it is. One that was not tried yet waits for nothing.
    const wait = Math.max(rest, row.delivery.attempts === 0 ? 0 : row.delivery.due.getTime());
    if (wait > now) {
      if (rest > now || row.delivery.error) await deliveries.postpone(row, new Date(wait));
      return false;
    }
    const claimed = await deliveries.claim(row, new Date(now + CLAIM_MS));
    if (!claimed) return false;
    if (!channel) return giveUp(claimed, { code: 'channel_not_found', message: 'the channel was removed' });
    return attempt(claimed, conversation, channel);
  }

  async function attempt(row: OutboundRow, conversation: ConversationDocument, channel: Channel): Promise<boolean> {
    try {
      if (!(await hand(row, conversation, channel))) return false;
      await deliveries.settle(row, { status: 'sent' });
      await noteSuccess(context, channel, { of: ['out'], lastOutAt: new Date() });
      return true;
    } catch (error) {
      const failure = failureOf(error);
      if (failure.code === 'message_refused') return giveUp(row, failure);
      await noteFailure(context, channel, { of: 'out', ...failure });
      if (Date.now() - row.at.getTime() > GIVEN_UP_MS) return giveUp(row, failure);
      const until = Date.now() + pauseAfter(row.delivery?.attempts ?? 1, error);
      if (askedPause(error) > 0) resting.set(row.channel, until);
      await deliveries.settle(row, { due: new Date(until), error: failure });
      return false;
    }
  }

  /** All parts the service does not have yet. False: somebody else has the message by now. */
  async function hand(row: OutboundRow, { thread = '' }: ConversationDocument, channel: Channel): Promise<boolean> {
    const shows = context.host.definition(channel.plugin)?.channels[channel.kind]?.shows;
    const parts = shows ? fitMessage(row.body, shows) : [{ text: row.body.text, locale: row.body.locale }];
    for (let i = row.delivery?.parts ?? 0; i < parts.length; i += 1) {
      const part = parts[i] as (typeof parts)[number];
      const id = parts.length === 1 ? row._id : `${row._id}/${i + 1}`;
      await withPlugin(context, channel, { lane: 'out', timeoutMs: SEND_MS }, ({ send }, own) =>
        send({ ...part, id, to: thread }, own),
      );
      if (!(await deliveries.settle(row, { parts: i + 1, due: new Date(Date.now() + CLAIM_MS) }))) return false;
    }
    return true;
  }

  async function giveUp(row: OutboundRow, error: Failure): Promise<true> {
    await deliveries.settle(row, { status: 'failed', error });
    const { tenant, channel, conversation, _id: id, delivery } = row;
    await events.publish({
      id: `message.failed:${id}:${delivery?.due.getTime()}`,
      tenant,
      name: 'message.failed',
      data: { channel, conversation, id, ...error },
    });
    return true;
  }

  return {
    async deliver(id) {
      for (;;) {
        const conversation = await runtime().read(id);
        if (!conversation || !(await deliverNext(conversation))) return;
      }
    },
  };
}

function pauseAfter(attempts: number, error: unknown): number {
  const grown = Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
  return Math.max(askedPause(error), grown * (0.8 + Math.random() * 0.4));
}

/** Milliseconds that the service asked for. */
function askedPause(error: unknown): number {
  const { retryAfterMs } = Object(error) as { retryAfterMs?: unknown };
  return typeof retryAfterMs === 'number' ? retryAfterMs : 0;
}
