import { setTimeout as pause } from 'node:timers/promises';
import type { ChannelsContext } from '../context.ts';
import type { Channel } from '../model.ts';
import { failureOf, noteFailure, noteSuccess } from './health.ts';
import { takeIn } from './take-in.ts';
import { withPlugin } from './with-plugin.ts';

const LOOK_MS = 1_000;
/** Longer than a service may let us wait for messages. */
const POLL_MS = 40_000;
/** A process that is silent for so long is replaced. */
const LEASE_MS = 10_000;
const RENEW_MS = 3_000;
/** A service that answers at once with nothing is asked this often. */
const EMPTY_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** Asks the services of channels in the mode `poll` for messages: each channel in one process at a time. */
export function startPoller(context: ChannelsContext): { stop(): Promise<void> } {
  const { channels, owner, log } = context;
  const ending = new AbortController();
  const mine = new Map<string, Promise<void>>();

  async function look(): Promise<void> {
    const open = { mode: 'poll', paused: false, $expr: FREE } as object;
    const found = channels.collection.find(open, { projection: { _id: 1 } });
    for await (const { _id } of found) {
      const id = String(_id);
      if (mine.has(id) || ending.signal.aborted) continue;
      const channel = await renew(id, FREE);
      if (channel)
        mine.set(
          id,
          keep(channel).finally(() => mine.delete(id)),
        );
    }
  }

  /** Takes or prolongs the lease; null: it is another's, or the channel is not polled any more. */
  async function renew(id: string, whose: object): Promise<Channel | null> {
    const lease = { owner, until: { $add: ['$$NOW', LEASE_MS] } };
    const filter = { _id: id, mode: 'poll', paused: false, $expr: whose } as object;
    return channels.collection.findOneAndUpdate(filter, [{ $set: { lease } }], {
      returnDocument: 'after',
    }) as unknown as Promise<Channel | null>;
  }

  async function keep(channel: Channel): Promise<void> {
    const lost = new AbortController();
    const signal = AbortSignal.any([ending.signal, lost.signal]);
    const renewing = setInterval(() => {
      renew(channel._id, ownedBy(owner)).then(
        (held) => held ?? lost.abort(),
        () => lost.abort(),
      );
    }, RENEW_MS);
    try {
      await pollOn(channel, signal);
    } finally {
      clearInterval(renewing);
      const own = { tenant: channel.tenant, _id: channel._id, 'lease.owner': owner };
      await channels.updateOne(own, { $set: { lease: null } }, { timestamps: false }).catch(() => undefined);
    }
  }

  async function pollOn(channel: Channel, signal: AbortSignal): Promise<void> {
    let { cursor } = channel;
    for (let failures = channel.health.failures.in; !signal.aborted;) {
      try {
        const begin = performance.now();
        const polled = await withPlugin(
          context,
          channel,
          { lane: 'in', timeoutMs: POLL_MS, signal },
          (handlers, own) => (handlers.poll ? handlers.poll(cursor, own) : Promise.resolve({ messages: [], cursor })),
        );
        const count = await takeIn(context, channel, polled.messages);
        if (!(await keepCursor(channel, polled.cursor))) return;
        if (failures > 0) await noteSuccess(context, channel, { of: ['in'] });
        failures = 0;
        cursor = polled.cursor;
        if (count === 0 && performance.now() - begin < EMPTY_MS) await pause(EMPTY_MS, undefined, { signal });
      } catch (error) {
        if (signal.aborted) return;
        failures += 1;
        await noteFailure(context, channel, { of: 'in', ...failureOf(error) });
        const { retryAfterMs = 0 } = Object(error) as { retryAfterMs?: number };
        const delay = Math.max(retryAfterMs, Math.min(EMPTY_MS * 2 ** Math.min(failures - 1, 10), LONGEST_PAUSE_MS));
        await pause(delay, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /** False: the channel is polled by another now, who goes on from what was kept before. */
  async function keepCursor({ _id, tenant }: Channel, cursor: string | null): Promise<boolean> {
    const own = { tenant, _id, 'lease.owner': owner };
    return (await channels.updateOne(own, { $set: { cursor } }, { timestamps: false })).matchedCount === 1;
  }

  const looks = setInterval(() => {
    look().catch((error: unknown) => log.error({ err: error as Error }, 'polling'));
  }, LOOK_MS);
  return {
    async stop() {
      clearInterval(looks);
      ending.abort();
      await Promise.all(mine.values());
    },
  };
}

const FREE = { $or: [{ $eq: ['$lease', null] }, { $lt: ['$lease.until', '$$NOW'] }] };

function ownedBy(owner: string): object {
  return { $eq: ['$lease.owner', owner] };
}
