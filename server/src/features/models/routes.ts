import { z } from 'zod';
import { problem } from '../../platform/errors/problem.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import type { Models } from './index.ts';
import { toProblem } from './problems.ts';

const Reference = z.string().regex(/^[a-z][a-z0-9-]{0,49}(:\S{1,150})?$/, 'must be "connection" or "connection:model"');
const Amount = z.number().positive().nullable();
const Settings = z.strictObject({
  chat: Reference.nullable().default(null).describe('Model of chats; null: the oldest connection that offers one'),
  embeddings: Reference.nullable().default(null).describe('Model of vectors; null: full text alone'),
  cheaper: Reference.nullable().default(null).describe('Takes over when the budget is used up'),
  budget: z
    .strictObject({ cost: Amount.default(null), tokens: Amount.default(null) })
    .default({ cost: null, tokens: null })
    .describe('For a calendar month; null: no limit'),
});
const UsageView = z.object({
  connection: z.string(),
  model: z.string(),
  calls: z.int(),
  inputTokens: z.int(),
  outputTokens: z.int(),
  cost: z.number(),
});
const Tokens = z.object({ inputTokens: z.int(), outputTokens: z.int(), cost: z.number() });
const tag = 'models';

export interface ModelRoutesOptions {
  models: Models;
  /** Is it a conversation of the organisation? */
  conversationExists(tenant: string, id: string): Promise<boolean>;
}

export function modelRoutes({ models, conversationExists }: ModelRoutesOptions): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/models/settings',
      operation: 'getModelSettings',
      tag,
      summary: 'Which models the organisation uses, and its budget',
      access: { permission: 'connections:read' },
      responses: { 200: Settings },
      async handle({ tenant }) {
        const { chat, embeddings, cheaper, budget } = await models.settings(tenant);
        return { chat, embeddings, cheaper, budget };
      },
    }),
    defineRoute({
      method: 'put',
      path: '/models/settings',
      operation: 'saveModelSettings',
      tag,
      summary: 'Choose models and budget',
      access: { permission: 'models:write' },
      body: Settings,
      responses: { 200: Settings },
      problems: ['model_unknown'],
      async handle({ tenant, body }) {
        await models.saveSettings(tenant, body);
        return body;
      },
    }),
    defineRoute({
      method: 'get',
      path: '/models/usage',
      operation: 'getModelUsage',
      tag,
      summary: 'Tokens and cost of a month by model',
      access: { permission: 'connections:read' },
      query: z.object({
        month: z
          .string()
          .regex(/^\d{4}-\d{2}$/)
          .optional(),
      }),
      responses: { 200: z.object({ usage: z.array(UsageView) }) },
      handle: async ({ tenant, query }) => ({
        usage: (await models.usage(tenant, query.month)).map(
          ({ connection, model, calls, inputTokens, outputTokens, cost }) => ({
            connection,
            model,
            calls,
            inputTokens,
            outputTokens,
            cost,
          }),
        ),
      }),
    }),
    defineRoute({
      method: 'get',
      path: '/conversations/{id}/model-calls',
      operation: 'listModelCalls',
      tag,
      summary: 'What models were asked in a conversation and what they answered, for 30 days',
      access: { permission: 'conversations:read' },
      params: z.object({ id: z.string().min(1).max(64) }),
      responses: {
        200: z.object({
          calls: z.array(
            Tokens.extend({
              id: z.string(),
              connection: z.string(),
              model: z.string(),
              prompt: z.unknown(),
              reply: z.unknown(),
              ms: z.int(),
              at: z.iso.datetime(),
            }),
          ),
        }),
      },
      problems: ['conversation_not_found'],
      async handle({ tenant, params }) {
        if (!(await conversationExists(tenant, params.id))) throw problem('conversation_not_found');
        const calls = (await models.calls(tenant, params.id)).map(
          ({ _id: id, connection, model, prompt, reply, inputTokens, outputTokens, cost, ms, at }) => ({
            ...{ id, connection, model, prompt, reply, inputTokens, outputTokens, cost, ms },
            at: at.toISOString(),
          }),
        );
        return { calls };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/llm/query',
      operation: 'queryModel',
      tag,
      summary: 'Ask a model of the organisation',
      access: { permission: 'models:query' },
      body: z.strictObject({
        prompt: z.string().min(1).max(50_000),
        instructions: z.string().max(20_000).optional(),
        model: Reference.optional(),
        temperature: z.number().min(0).max(2).optional(),
        max_tokens: z.int().min(1).max(100_000).optional(),
      }),
      responses: { 200: z.object({ text: z.string(), model: z.string(), usage: Tokens }) },
      problems: ['model_missing', 'model_unknown', 'budget_exhausted', 'model_failed'],
      example: { prompt: 'Write a greeting' },
      async handle({ tenant, body: { prompt, max_tokens: maxTokens, ...rest }, signal, actor }) {
        const asking = { tenant, conversation: `api:${actor.id}`, id: `api:${crypto.randomUUID()}`, signal };
        const wanted = {
          messages: [{ role: 'user' as const, text: prompt }],
          ...rest,
          ...(maxTokens !== undefined && { maxTokens }),
        };
        const { text, model, usage } = await models.generate(asking, wanted).catch((error: unknown) => {
          throw toProblem(error);
        });
        return { text, model, usage };
      },
    }),
  ];
}
