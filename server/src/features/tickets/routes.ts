import { z } from 'zod';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import type { Tickets } from './index.ts';

const TicketView = z.object({
  id: z.string(),
  conversation: z.string(),
  reason: z.string(),
  priority: z.string(),
  status: z.enum(['open', 'closed']),
  createdAt: z.iso.datetime(),
});

export function ticketRoutes(tickets: Tickets): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/tickets',
      operation: 'listTickets',
      tag: 'tickets',
      summary: 'Conversations that wait for a person, the latest first',
      access: { permission: 'conversations:read' },
      responses: { 200: z.object({ tickets: z.array(TicketView) }) },
      handle: async ({ tenant }) => ({
        tickets: (await tickets.list(tenant)).map(({ _id, conversation, reason, priority, status, createdAt }) => ({
          id: _id,
          conversation,
          reason,
          priority,
          status,
          createdAt: createdAt.toISOString(),
        })),
      }),
    }),
  ];
}
