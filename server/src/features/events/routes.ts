import { z } from 'zod';
import { bounded, JsonValue } from '../../platform/http/json-value.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import type { Events } from './operations/events.ts';

export function eventRoutes(events: Events): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/events',
      operation: 'publishEvent',
      tag: 'events',
      summary: 'Publish an event: conversations that wait for it go on, agents that it triggers start',
      access: { permission: 'events:publish' },
      body: z.strictObject({
        id: z.string().min(1).max(128).describe('Your name for it: sent again, it happens once'),
        name: z.string().min(1).max(128),
        key: z.string().max(256).optional().describe('Only waits for this key, or for any, go on'),
        contact: z
          .string()
          .min(1)
          .max(128)
          .optional()
          .describe('Whom it concerns: triggered agents talk to this contact'),
        data: bounded(JsonValue).optional().describe('Becomes the values of the variables of a triggered scenario'),
      }),
      responses: { 200: z.object({ delivered: z.int(), started: z.int() }) },
      handle: ({ tenant, body }) => events.publish({ ...body, data: body.data ?? null, tenant }),
    }),
  ];
}
