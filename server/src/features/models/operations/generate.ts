import type { AIMessage, AIMessageChunk, BaseMessage } from '@langchain/core/messages';
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { Json, JsonObject } from '@scenarium/language';
import { ActionError } from '@scenarium/sdk';
import { z } from 'zod';
import { modelOf } from '../../../plugin-host/index.ts';
import { book, type Usage } from './budget.ts';
import type { ModelContext } from './context.ts';
import { recordSchema, type Field } from './fields.ts';
import { toModelError } from './model-error.ts';
import { Line, promptOf } from './prompt.ts';
import { resolveChat, type Resolved } from './resolve.ts';
import { offeredTools, ToolUse, type OfferedTool } from './tools.ts';

/** What a step asks of a model. */
export const Generation = z.object({
  instructions: z.string().optional(),
  messages: z.array(Line).min(1),
  history: z.int().min(0).max(50).default(0),
  tools: z.array(ToolUse).default([]),
  fields: z.record(z.string(), z.custom<Field>()).optional(),
  model: z.string().optional(),
  temperature: z.number().optional(),
  maxTokens: z.int().optional(),
});

/** For whom, and how long. */
export interface Asking {
  tenant: string;
  conversation: string;
  /** Id of the call: the same call again is the same line in what is kept. */
  id: string;
  signal: AbortSignal;
  timeoutMs?: number | undefined;
  progress?: ((text: string) => void) | undefined;
}

export interface Generated {
  text: string;
  data?: Json;
  calls: {
    id: string;
    name: string;
    tool?: number;
    of?: string;
    input: JsonObject;
    title?: OfferedTool['title'];
    irreversible?: boolean;
  }[];
  usage: Usage;
  model: string;
}

const TIMEOUT_MS = 60_000;
/** A stream that is silent for so long is given up. */
const SILENCE_MS = 30_000;
const LONGEST_TEXT = 12_000;

/**
 * Asks a model.
 *
 * @throws ActionError `model_missing`, `model_unknown`, `budget_exhausted`, `model_rate_limited`, `model_unavailable`, `model_timed_out`,
 * `model_unauthorised`, `model_refused`, `model_answer_invalid`
 */
export async function generate(
  context: ModelContext,
  asking: Asking,
  wanted: z.input<typeof Generation>,
): Promise<Generated> {
  const asked = Generation.parse(wanted);
  const { tenant, conversation, timeoutMs = TIMEOUT_MS } = asking;
  const resolved = await resolveChat(context, { tenant, reference: asked.model });
  if (!resolved) throw new ActionError('model_missing', 'no model is connected: add one under Connections');
  const before = asked.history > 0 ? await context.history(conversation, asked.history) : [];
  const { tools, missing } = await offeredTools(asked.tools, context, tenant);
  if (asking.signal.aborted) throw aborted();
  const prompt = await promptOf(withMissing(asked.instructions, missing), before, asked.messages);
  const signal = AbortSignal.any([asking.signal, AbortSignal.timeout(Math.ceil(timeoutMs))]);
  const begin = performance.now();
  const { connection, model } = resolved;
  const { temperature, maxTokens } = asked;
  const options = {
    ...(model !== undefined && { model }),
    ...(temperature !== undefined && { temperature }),
    ...(maxTokens !== undefined && { maxTokens }),
  };
  const reply = await context.host
    .use({ tenant, plugin: connection.plugin, connection: connection.name, signal }, async (plugin, serving) => {
      try {
        const chat = await modelOf(plugin, serving, { kind: 'chat', options });
        const { fields } = asked;
        if (fields) return await record(chat, prompt, { fields, signal });
        return { message: await streamed(chat, prompt, { tools, signal, progress: asking.progress }) };
      } catch (error) {
        throw asking.signal.aborted ? aborted() : toModelError(error);
      }
    })
    .catch((error: unknown) => {
      throw toModelError(error);
    });
  return finish(context, { asking, resolved, prompt, tools, ms: Math.round(performance.now() - begin) }, reply);
}

function aborted(): ActionError {
  return new ActionError('aborted', 'nobody waits for the answer any more');
}

/** A model that knows what it cannot do now does not make it up. */
function withMissing(instructions: string | undefined, missing: readonly string[]): string | undefined {
  if (missing.length === 0) return instructions;
  return `${instructions ?? ''}\n\nTools that are not available now: ${missing.join(', ')}. Say so where they are needed.`;
}

interface Reply {
  message: AIMessage | AIMessageChunk;
  data?: Json;
}

async function finish(
  context: ModelContext,
  {
    asking,
    resolved,
    prompt,
    tools,
    ms,
  }: { asking: Asking; resolved: Resolved; prompt: BaseMessage[]; tools: OfferedTool[]; ms: number },
  { message, data }: Reply,
): Promise<Generated> {
  const { tenant, conversation, id } = asking;
  const { connection } = resolved;
  const model = resolved.model ?? String(connection.config['chatModel'] ?? connection.plugin);
  const text = textOf(message);
  const usage = usageOf(message, { prompt, text, prices: connection.config['prices'] });
  const calls = (message.tool_calls ?? []).slice(0, 20).map(({ id: call, name, args }, i) => {
    const tool = tools.find((one) => one.name === name);
    return {
      id: call || `call-${i}`,
      name,
      input: args as JsonObject,
      ...(tool && { tool: tool.tool, title: tool.title, irreversible: tool.irreversible }),
      ...(tool?.of !== undefined && { of: tool.of }),
    };
  });
  await book(context, { tenant, connection: connection.name, model }, usage);
  const kept = { conversation, connection: connection.name, model, ...usage, ms, at: new Date() };
  const spoken = prompt.map((one) => ({ role: one.type, text: contentText(one.content) }));
  const reply = { text, ...(data !== undefined && { data }), ...(calls.length > 0 && { calls }) };
  await context.models.calls.updateOne(
    { tenant, _id: id },
    { $set: { ...kept, prompt: spoken, reply } },
    { upsert: true },
  );
  context.log.info({ tenant, conversation, connection: connection.name, model, ms, ...usage }, 'model answered');
  return { ...(data !== undefined && { data }), text, calls, usage, model };
}

/** Streams, so that silence is noticed and what is written can be shown. */
async function streamed(
  chat: BaseChatModel,
  prompt: BaseMessage[],
  { tools, signal, progress }: { tools: OfferedTool[]; signal: AbortSignal; progress: Asking['progress'] },
): Promise<AIMessageChunk> {
  const silence = new AbortController();
  const joined = AbortSignal.any([signal, silence.signal]);
  let timer = setTimeout(() => silence.abort(), SILENCE_MS);
  try {
    const bound = tools.length > 0 ? chat.bindTools?.(tools.map(toFunction)) : chat;
    if (!bound) throw new ActionError('model_refused', 'this model cannot call tools: choose another');
    let whole: AIMessageChunk | undefined;
    for await (const chunk of await bound.stream(prompt, { signal: joined })) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_MS);
      whole = whole?.concat(chunk as AIMessageChunk) ?? (chunk as AIMessageChunk);
      const text = textOf(whole);
      if (text.length > LONGEST_TEXT)
        throw new ActionError('model_answer_invalid', `the answer is longer than ${LONGEST_TEXT} characters`);
      if (text) progress?.(text);
    }
    if (joined.aborted) throw joined.reason;
    if (!whole || (textOf(whole) === '' && (whole.tool_calls ?? []).length === 0))
      throw new ActionError('model_unavailable', 'the model answered nothing', { retryable: true });
    return whole;
  } finally {
    clearTimeout(timer);
  }
}

/** Providers name the parts of a tool so. */
function toFunction({ name, description, schema }: OfferedTool) {
  return { type: 'function' as const, function: { name, description, parameters: schema } };
}

/** A record of the wanted shape. An answer of another shape is asked for once more. */
async function record(
  chat: BaseChatModel,
  prompt: BaseMessage[],
  { fields, signal }: { fields: Record<string, Field>; signal: AbortSignal },
): Promise<Reply> {
  const schema = recordSchema(fields);
  const structured = chat.withStructuredOutput(z.toJSONSchema(schema) as Record<string, unknown>, {
    name: 'answer',
    includeRaw: true,
  });
  for (let attempt = 1; ; attempt += 1) {
    const { raw, parsed } = await structured.invoke(prompt, { signal });
    const checked = schema.safeParse(parsed);
    if (checked.success) return { message: raw as AIMessage, data: checked.data as Json };
    if (attempt === 2)
      throw new ActionError(
        'model_answer_invalid',
        `the answer has not the wanted fields: ${checked.error.issues.map(({ path }) => path.join('.')).join(', ')}`,
      );
  }
}

function textOf({ content }: AIMessage | AIMessageChunk): string {
  return contentText(content).trimStart();
}

function contentText(content: BaseMessage['content']): string {
  if (typeof content === 'string') return content;
  return content.map((part) => ('text' in part && typeof part.text === 'string' ? part.text : '')).join('');
}

/** What the provider counted; where it does not tell, about four characters a token. */
function usageOf(
  { usage_metadata: counted }: AIMessage | AIMessageChunk,
  { prompt, text, prices }: { prompt: BaseMessage[]; text: string; prices: unknown },
): Usage {
  const guess = (characters: number): number => Math.ceil(characters / 4);
  const inputTokens =
    counted?.input_tokens ?? guess(prompt.reduce((sum, { content }) => sum + contentText(content).length, 0));
  const outputTokens = counted?.output_tokens ?? guess(text.length);
  const { inputPerMillion = 0, outputPerMillion = 0 } = Object(prices) as {
    inputPerMillion?: number;
    outputPerMillion?: number;
  };
  return { inputTokens, outputTokens, cost: (inputTokens * inputPerMillion + outputTokens * outputPerMillion) / 1e6 };
}
