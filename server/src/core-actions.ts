import { ActionError } from '@scenarium/sdk';
import type { Json, JsonObject } from '@scenarium/language';
import { z } from 'zod';
import type { AskModel, Knowledge, ModelFor } from './features/knowledge/index.ts';
import type { Asking, Models, Said } from './features/models/index.ts';
import { Problem } from './platform/errors/problem.ts';
import type { EffectCall, EffectOutcome } from './runtime/index.ts';

/** What the core carries out itself, by the name that the engine's steps use. Never rejects. */
export type CoreActions = Readonly<Record<string, ((call: EffectCall) => Promise<EffectOutcome>) | undefined>>;

const Question = z.object({
  question: z.string().max(20_000),
  bases: z.array(z.string()),
  sources: z.array(z.string()),
  history: z.int(),
  instructions: z.string().optional(),
  model: z.string().optional(),
  threshold: z.number().optional(),
});
const PASSAGES = 8;

export interface CoreActionsOptions {
  models: Models;
  knowledge: Knowledge;
  /** The model of an agent, for steps that name none; null: that of the organisation. */
  agentModel(tenant: string, agent: string): Promise<string | null>;
  /** The latest messages of a conversation, the oldest first. */
  said(conversation: string, count: number): Promise<Said[]>;
}

/** The effects of the steps that use models and knowledge. */
export function createCoreActions({ models, knowledge, agentModel, said }: CoreActionsOptions): CoreActions {
  async function withModel({ input, conversation: { tenant, agent } }: EffectCall): Promise<JsonObject> {
    const model = input['model'] ?? (await agentModel(tenant, agent));
    return model === null ? input : { ...input, model };
  }
  const askingOf = ({
    conversation: { id, tenant },
    idempotencyKey,
    signal,
    timeoutMs,
    progress,
  }: EffectCall): Asking => ({
    tenant,
    conversation: id,
    id: idempotencyKey,
    signal,
    timeoutMs,
    progress,
  });
  return {
    'model.generate': (call) =>
      outcomeOf(async () => models.generate(askingOf(call), (await withModel(call)) as never)),
    'model.classify': (call) =>
      outcomeOf(async () => models.classify(askingOf(call), (await withModel(call)) as never)),
    'model.check': (call) => outcomeOf(async () => models.check(askingOf(call), (await withModel(call)) as never)),
    'knowledge.answer': (call) =>
      outcomeOf(async () => {
        const { history, model, question, ...wanted } = Question.parse(await withModel(call));
        const asking = askingOf(call);
        const { tenant, locale } = call.conversation;
        const hasModel = await models.available(tenant, model);
        const ask: AskModel = async ({ instructions, text, purpose, progress }) => {
          const messages = [{ role: 'user' as const, text }];
          const before = purpose === undefined ? history : 0;
          const generation = { instructions, messages, history: before, ...(model !== undefined && { model }) };
          const id = purpose === undefined ? asking.id : `${asking.id}:${purpose}`;
          return (await models.generate({ ...asking, id, progress }, generation)).text;
        };
        const { hits: _, ...answered } = await knowledge.answer({
          tenant,
          question,
          locale,
          ...wanted,
          limit: PASSAGES,
          said: history > 0 ? await said(call.conversation.id, history) : [],
          ask: hasModel ? ask : null,
          progress: call.progress,
        });
        return answered;
      }),
  };
}

/** What asks the organisation's model for a caller of the API; null where no model is connected. */
export function createModelFor(models: Models): ModelFor {
  return async ({ tenant, temperature, signal }) => {
    if (!(await models.available(tenant))) return null;
    return async ({ instructions, text }) => {
      const asking = { tenant, conversation: 'api', id: `api:${crypto.randomUUID()}`, signal };
      const messages = [{ role: 'user' as const, text }];
      const generation = { instructions, messages, ...(temperature !== undefined && { temperature }) };
      return (await models.generate(asking, generation)).text;
    };
  };
}

/** Codes are for scenarios, words for the people who look into traces. */
async function outcomeOf(work: () => Promise<object>): Promise<EffectOutcome> {
  try {
    return { ok: true, output: plain(await work()) };
  } catch (error) {
    if (error instanceof ActionError || error instanceof Problem) return failed(error.code, error.message);
    return failed('core_failed', (error as Error).message);
  }
}

function failed(code: string, message: string): EffectOutcome {
  return { ok: false, error: { code, message: message.slice(0, 1_000) } };
}

function plain(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}
