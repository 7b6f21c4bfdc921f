import type { Json } from '@scenarium/language';
import type { Db } from 'mongodb';
import { z } from 'zod';
import { bounded, JsonValue } from '../../platform/http/json-value.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import type { Runtime } from '../../runtime/index.ts';

/** Something that happened in an organisation. `id` is unique: published again, it changes nothing. */
export interface PlatformEvent {
  id: string;
  tenant: string;
  name: string;
  key?: string | undefined;
  data: Json;
}

export interface Events {
  prepare(): Promise<void>;
  /** Keeps an event and gives it to every conversation that waits for it; answers how many. */
  publish(event: PlatformEvent): Promise<number>;
}

const KEPT_SECONDS = 30 * 24 * 3_600;
const MOST_WAITING = 10_000;

export function createEvents(db: Db, runtime: () => Runtime): Events {
  const events = db.collection<{ _id: string; tenant: string; name: string; key: string | null; data: Json; at: Date }>(
    'events',
  );
  return {
    async prepare() {
      await events.createIndex({ at: 1 }, { expireAfterSeconds: KEPT_SECONDS });
      await events.createIndex({ tenant: 1, name: 1, at: -1 });
    },
    async publish({ id, tenant, name, key, data }) {
      await events.updateOne(
        { _id: `${tenant}:${id}` },
        { $setOnInsert: { tenant, name, key: key ?? null, data, at: new Date() } },
        { upsert: true },
      );
      const waits = { $elemMatch: { name, key: { $in: [null, ...(key === undefined ? [] : [key])] } } };
      const waiting = await runtime().store.find({ tenant, waits }, MOST_WAITING);
      for (const { _id, channel } of waiting) {
        const body = { kind: 'event' as const, name, data, ...(key !== undefined && { key }) };
        await runtime().accept({ tenant, conversation: _id, channel, externalId: `${_id}:event:${id}`, body });
      }
      return waiting.length;
    },
  };
}

export function eventRoutes(events: Events): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/events',
      operation: 'publishEvent',
      tag: 'events',
      summary: 'Publish an event; conversations that wait for it go on',
      access: { permission: 'events:publish' },
      body: z.strictObject({
        id: z.string().min(1).max(128).describe('Your name for it: sent again, it happens once'),
        name: z.string().min(1).max(128),
        key: z.string().max(256).optional(),
        data: bounded(JsonValue).optional(),
      }),
      responses: { 200: z.object({ delivered: z.int() }) },
      handle: async ({ actor, body }) => ({
        delivered: await events.publish({ ...body, data: body.data ?? null, tenant: actor.tenant }),
      }),
    }),
  ];
}
