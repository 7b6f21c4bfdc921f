import { z } from 'zod';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import type { Comments } from './index.ts';
import { STATUSES, type Thread } from './model.ts';
import { peopleIn, ThreadView, viewThread } from './view.ts';

const Id = z.string().min(1).max(64);
const OneScenario = z.object({ id: Id });
const OneThread = OneScenario.extend({ thread: Id });
const OneComment = OneThread.extend({ comment: Id });
const Step = z.string().min(1).max(200);
const Text = z
  .string()
  .trim()
  .min(1)
  .max(4_000)
  .describe('Plain text; `<@id>` mentions a user of the organisation: see `listMembers`');
const OwnId = Id.describe('Made by the caller: what is sent again with the same one changes nothing');
const read = { permission: 'scenarios:read' } as const;
const write = { permission: 'scenarios:write' } as const;
const tag = 'comments';

export function commentRoutes(comments: Comments): Route[] {
  async function viewThreads(tenant: string, threads: readonly Thread[]) {
    const names = await comments.names(tenant, [...new Set(threads.flatMap(peopleIn))]);
    return threads.map((thread) => viewThread(thread, names));
  }
  const view = async (thread: Thread) => (await viewThreads(thread.tenant, [thread]))[0];

  return [
    defineRoute({
      method: 'get',
      path: '/scenarios/{id}/threads',
      operation: 'listThreads',
      tag,
      summary: 'Threads of comments on a scenario, the newest first',
      access: read,
      params: OneScenario,
      query: z.object({
        status: z.enum(STATUSES).default('open'),
        step: Step.optional().describe('Only those on this step'),
        before: Id.optional().describe('Only those that began before this thread: `next` of the page before'),
        limit: z.coerce.number().int().min(1).max(100).default(50),
      }),
      responses: {
        200: z.object({
          threads: z.array(ThreadView),
          next: z.string().nullable().describe('Where the next page begins; null after the last'),
        }),
      },
      problems: ['scenario_not_found'],
      async handle({ tenant, params: { id }, query }) {
        const { threads, next } = await comments.list({ tenant, scenario: id }, query);
        return { threads: await viewThreads(tenant, threads), next };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/scenarios/{id}/thread-counts',
      operation: 'countThreads',
      tag,
      summary: 'How many threads are open at each step of a scenario',
      access: read,
      params: OneScenario,
      responses: { 200: z.object({ steps: z.array(z.object({ step: z.string().nullable(), threads: z.int() })) }) },
      problems: ['scenario_not_found'],
      handle: async ({ tenant, params: { id } }) => ({ steps: await comments.count({ tenant, scenario: id }) }),
    }),
    defineRoute({
      method: 'post',
      path: '/scenarios/{id}/threads',
      operation: 'beginThread',
      tag,
      summary: 'Comment on a step, or on the scenario as a whole',
      access: write,
      params: OneScenario,
      body: z.strictObject({ id: OwnId, step: Step.nullable().default(null), text: Text }),
      responses: { 201: ThreadView },
      problems: ['scenario_not_found', 'mention_not_found', 'too_many_threads'],
      example: { id: '5c1e', step: 'ask-number', text: 'Should it take a phone number too?' },
      handle: async ({ actor, tenant, params, body }) =>
        view(await comments.begin({ tenant, scenario: params.id }, { ...body, author: actor.id })),
    }),
    defineRoute({
      method: 'patch',
      path: '/scenarios/{id}/threads/{thread}',
      operation: 'resolveThread',
      tag,
      summary: 'Resolve a thread, or open it again',
      access: write,
      params: OneThread,
      body: z.strictObject({ status: z.enum(STATUSES) }),
      responses: { 200: ThreadView },
      problems: ['scenario_not_found', 'thread_not_found'],
      handle: async ({ actor, tenant, params: { id, thread }, body: { status } }) =>
        view(await comments.setStatus({ tenant, scenario: id, thread }, { status, by: actor.id })),
    }),
    defineRoute({
      method: 'post',
      path: '/scenarios/{id}/threads/{thread}/comments',
      operation: 'addComment',
      tag,
      summary: 'Answer in a thread; a resolved one is open again',
      access: write,
      params: OneThread,
      body: z.strictObject({ id: OwnId, text: Text }),
      responses: { 201: ThreadView },
      problems: ['scenario_not_found', 'thread_not_found', 'mention_not_found', 'thread_full'],
      example: { id: '5c1f', text: 'Yes: half of them have only that at hand.' },
      handle: async ({ actor, tenant, params: { id, thread }, body: { id: comment, text } }) =>
        view(await comments.add({ tenant, scenario: id, thread, comment }, { author: actor.id, text })),
    }),
    defineRoute({
      method: 'patch',
      path: '/scenarios/{id}/threads/{thread}/comments/{comment}',
      operation: 'editComment',
      tag,
      summary: 'Change the text of one’s own comment',
      access: write,
      params: OneComment,
      body: z.strictObject({ text: Text }),
      responses: { 200: ThreadView },
      problems: [
        'scenario_not_found',
        'thread_not_found',
        'comment_not_found',
        'comment_not_yours',
        'mention_not_found',
      ],
      handle: async ({ actor, tenant, params: { id, ...place }, body: { text } }) =>
        view(await comments.edit({ tenant, scenario: id, ...place }, { author: actor.id, text })),
    }),
    defineRoute({
      method: 'delete',
      path: '/scenarios/{id}/threads/{thread}/comments/{comment}',
      operation: 'removeComment',
      tag,
      summary: 'Remove a comment; with the first one of a thread, the thread',
      access: write,
      params: OneComment,
      responses: { 200: z.object({ ok: z.literal(true) }) },
      problems: ['scenario_not_found', 'thread_not_found', 'comment_not_found'],
      async handle({ tenant, params: { id, ...place } }) {
        await comments.remove({ tenant, scenario: id, ...place });
        return { ok: true } as const;
      },
    }),
  ];
}
