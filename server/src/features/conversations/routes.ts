import { z } from 'zod';
import { bounded, JsonValue } from '../../platform/http/json-value.ts';
import { defineRoute, Reply, type Route } from '../../platform/http/route.ts';
import type { Conversations } from './index.ts';
import { Incoming } from './incoming.ts';
import { ConversationView, MessageView, viewConversation, viewMessage } from './view.ts';

const Params = z.object({ id: z.string().min(1).max(64) });
const Seq = z.coerce.number().int().min(0);
const Taken = z.object({
  id: z.string(),
  seq: z.int(),
  duplicate: z.boolean(),
  replies: z.array(MessageView).optional(),
  lastSeq: z.int().optional(),
});
const Tag = z.string().max(35);
const Wished = z
  .union([Tag, z.array(Tag).max(20)])
  .optional()
  .describe('Language tag (BCP 47), or several, the dearest first; the nearest of the languages of the agent is taken');
const Wait = z.int().min(0).max(30_000).default(0).describe('Wait so many ms for the replies');
const Handle = z.string().min(1).max(128);
const TurnView = z.object({
  id: z.string(),
  run: z.string(),
  entries: z.array(
    z.object({
      at: z.number().describe('Milliseconds since 1970'),
      event: z.string().describe('What was taken in'),
      scenario: z.string(),
      step: z.string(),
      token: z.string(),
      kind: z.enum(['entered', 'left', 'waiting', 'failed', 'ignored', 'missing-text', 'moved', 'not-moved']),
      exit: z.string().optional(),
      flow: z.string().optional(),
      detail: JsonValue.optional(),
    }),
  ),
});
const Parked = z.object({
  id: z.string(),
  conversation: z.string(),
  reason: z.string(),
  attempts: z.int(),
  at: z.iso.datetime(),
});

export function conversationRoutes(conversations: Conversations): Route[] {
  async function taken(id: string, wait: number, accepted: Awaited<ReturnType<Conversations['take']>>) {
    const { row, duplicate } = accepted;
    const base = { id, seq: row.seq, duplicate };
    if (wait === 0) return base;
    const { messages, lastSeq } = await conversations.replies(row.conversation, row.seq, wait);
    return { ...base, replies: messages.map(viewMessage), lastSeq };
  }

  return [
    defineRoute({
      method: 'post',
      path: '/conversations',
      operation: 'openConversation',
      tag: 'conversations',
      summary: 'Begin a conversation with an agent, or go on with the one of a visitor token',
      access: 'public',
      body: z.strictObject({
        agent: z.string().min(1).max(64),
        locale: Wished,
        token: z.string().max(2_000).optional(),
      }),
      responses: {
        201: z.object({
          conversation: z.object({
            id: z.string(),
            agent: z.object({ id: z.string(), name: z.string() }),
            locale: z.string(),
            locales: z.array(z.string()),
            status: z.enum(['open', 'closed']),
            lastSeq: z.int(),
          }),
          token: z.string(),
        }),
      },
      problems: ['agent_not_found', 'agent_not_active'],
      rateLimit: { points: 1_200, seconds: 60 },
      async handle({ body }) {
        const { conversation, agent, locales, token } = await conversations.open(body);
        const { id, locale, status, lastSeq } = viewConversation(conversation);
        return { conversation: { id, agent, locale, locales, status, lastSeq }, token };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/conversations',
      operation: 'listConversations',
      tag: 'conversations',
      summary: 'Conversations, the latest first',
      access: { permission: 'conversations:read' },
      query: z.object({
        agent: z.string().max(64).optional(),
        status: z.enum(['open', 'closed']).optional(),
        before: z.iso.datetime().optional().describe('Only those that changed last before this'),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
      responses: { 200: z.object({ conversations: z.array(ConversationView) }) },
      async handle({ tenant, query: { limit, before, ...filter } }) {
        const of = { tenant, ...filter, ...(before !== undefined && { before: new Date(before) }) };
        return { conversations: (await conversations.list(of, limit)).map(viewConversation) };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/live-conversations',
      operation: 'countLiveConversations',
      tag: 'conversations',
      summary: 'Open conversations of the last day, by agent',
      access: { permission: 'conversations:read' },
      responses: { 200: z.object({ agents: z.array(z.object({ agent: z.string(), live: z.int() })) }) },
      handle: async ({ tenant }) => ({ agents: await conversations.live(tenant) }),
    }),
    defineRoute({
      method: 'get',
      path: '/conversations/{id}',
      operation: 'getConversation',
      tag: 'conversations',
      summary: 'One conversation',
      access: { permission: 'conversations:read', visitor: true },
      params: Params,
      responses: { 200: ConversationView },
      problems: ['conversation_not_found'],
      handle: async ({ actor, params }) => viewConversation(await conversations.get(actor, params.id)),
    }),
    defineRoute({
      method: 'patch',
      path: '/conversations/{id}',
      operation: 'switchLanguage',
      tag: 'conversations',
      summary: 'Switch the language of a conversation',
      access: { permission: 'conversations:write', visitor: true },
      params: Params,
      body: z.strictObject({ id: Handle, locale: z.string().min(2).max(35) }),
      responses: { 200: Taken },
      problems: ['conversation_not_found'],
      handle: async ({ actor, params, body }) =>
        taken(
          body.id,
          0,
          await conversations.take(actor, params.id, {
            messageId: body.id,
            body: { kind: 'locale', locale: body.locale },
          }),
        ),
    }),
    defineRoute({
      method: 'get',
      path: '/conversations/{id}/messages',
      operation: 'listMessages',
      tag: 'conversations',
      summary: 'Messages, oldest first: those right after a cursor, or those right before one',
      access: { permission: 'conversations:read', visitor: true },
      params: Params,
      query: z.object({
        after: Seq.default(0).describe('Only what comes after this place'),
        before: Seq.min(1).optional().describe('The newest messages before this place, instead of the oldest'),
        limit: z.coerce.number().int().min(1).max(500).default(200),
      }),
      responses: {
        200: z.object({
          messages: z.array(MessageView),
          lastSeq: z.int().describe('Everything up to here is told: go on with it as `after`'),
          more: z.boolean().describe('There is more in the direction that was asked for'),
        }),
      },
      problems: ['conversation_not_found'],
      async handle({ actor, params, query }) {
        const { messages, lastSeq, more } = await conversations.messages(actor, params.id, query);
        return { messages: messages.map(viewMessage), lastSeq, more };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/conversations/{id}/messages',
      operation: 'sendMessage',
      tag: 'conversations',
      summary: 'Send a message; answered when it cannot be lost any more',
      access: { permission: 'conversations:write', visitor: true },
      params: Params,
      body: Incoming.extend({ wait: Wait }),
      responses: { 200: Taken },
      problems: ['conversation_not_found', 'message_empty'],
      handle: async ({ actor, params, body }) =>
        taken(body.id, body.wait, await conversations.send(actor, params.id, body)),
    }),
    defineRoute({
      method: 'post',
      path: '/conversations/{id}/hand-back',
      operation: 'handBack',
      tag: 'conversations',
      summary: 'Hand a conversation back to the agent',
      access: { permission: 'conversations:write' },
      params: Params,
      body: z.strictObject({ id: Handle }),
      responses: { 200: Taken },
      problems: ['conversation_not_found'],
      handle: async ({ actor, params, body }) =>
        taken(body.id, 0, await conversations.handBack(actor, params.id, body.id)),
    }),
    defineRoute({
      method: 'post',
      path: '/agents/{id}/run',
      operation: 'runAgent',
      tag: 'agents',
      summary: 'Run an agent by one of its commands',
      access: { permission: 'agents:run' },
      params: Params,
      body: z.strictObject({
        id: Handle.describe('Your name for this run: sent again, it runs once'),
        command: z.string().regex(/^[\w-]{1,64}$/),
        values: bounded(z.record(z.string(), JsonValue)).default({}),
        contact: z.string().min(1).max(128),
        locale: Wished,
        wait: Wait,
      }),
      responses: { 200: Taken.extend({ conversation: z.string() }) },
      problems: ['agent_not_found'],
      async handle({ actor, params, body }) {
        const { command, wait, ...run } = body;
        const trigger = { command };
        const accepted = await conversations.start({ ...run, tenant: actor.tenant, agent: params.id, trigger });
        return { ...(await taken(body.id, wait, accepted)), conversation: accepted.row.conversation };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/conversations/{id}/trace',
      operation: 'getTrace',
      tag: 'conversations',
      summary: 'What the scenario did, turn by turn, step by step',
      access: { permission: 'conversations:read' },
      params: Params,
      query: z.object({
        after: z.string().max(64).optional().describe('Id of the last turn that is known'),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
      responses: { 200: z.object({ turns: z.array(TurnView), more: z.boolean() }) },
      problems: ['conversation_not_found'],
      handle: ({ actor, params, query }) => conversations.trace(actor, params.id, query),
    }),
    defineRoute({
      method: 'get',
      path: '/parked-messages',
      operation: 'listParked',
      tag: 'jobs',
      summary: 'Messages set aside because they could not be processed',
      access: { permission: 'jobs:read' },
      responses: { 200: z.object({ parked: z.array(Parked) }) },
      handle: async ({ actor }) => ({
        parked: (await conversations.parked(actor.tenant, 200)).map(({ _id, conversation, parked, at }) => ({
          id: _id,
          conversation,
          reason: parked?.reason ?? '',
          attempts: parked?.attempts ?? 0,
          at: at.toISOString(),
        })),
      }),
    }),
    defineRoute({
      method: 'post',
      path: '/parked-messages/{id}/retry',
      operation: 'retryParked',
      tag: 'jobs',
      summary: 'Put a parked message into its queue again',
      access: { permission: 'conversations:write' },
      params: z.object({ id: z.string().max(128) }),
      responses: { 200: Taken },
      problems: ['parked_not_found'],
      handle: async ({ actor, params }) =>
        new Reply(
          200,
          await taken(params.id, 0, await conversations.retryParked({ tenant: actor.tenant, id: params.id })),
        ),
    }),
  ];
}
