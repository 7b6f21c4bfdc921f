import { randomUUID } from 'node:crypto';
import {
  BaseChatModel,
  type BaseChatModelCallOptions,
  type BindToolsInput,
} from '@langchain/core/language_models/chat_models';
import { AIMessage, AIMessageChunk, SystemMessage, type BaseMessage } from '@langchain/core/messages';
import { ChatGenerationChunk, type ChatResult } from '@langchain/core/outputs';
import { RunnableLambda, type Runnable } from '@langchain/core/runnables';
import { convertToOpenAITool } from '@langchain/core/utils/function_calling';
import { toJsonSchema } from '@langchain/core/utils/json_schema';
import { toChatHistory } from './chat-history.ts';
import { toGrammarSchema, withoutNulls, type JsonSchema } from './grammar-schema.ts';
import type { Answered, AnswerWanted, Question, Reply } from './model-process/protocol.ts';

interface CallOptions extends BaseChatModelCallOptions {
  functions?: OfferedFunction[];
  /** The answer is JSON of it. */
  schema?: JsonSchema;
}

interface OfferedFunction {
  name: string;
  description?: string;
  parameters?: JsonSchema;
}

export interface GgufChatOptions {
  maxTokens: number;
  temperature: number;
  /** Asks the process of the model. */
  ask(question: Question, signal: AbortSignal): AsyncGenerator<Reply>;
  /** Aborted when nobody wants anything of this model any more. */
  signal: AbortSignal;
}

/** A chat model in a GGUF file: streams, calls tools, fills in records by a grammar. */
export class GgufChat extends BaseChatModel<CallOptions> {
  readonly #options: GgufChatOptions;

  constructor(options: GgufChatOptions) {
    super({ maxRetries: 0 });
    this.#options = options;
  }

  override _llmType(): string {
    return 'gguf';
  }

  override bindTools(tools: BindToolsInput[]): Runnable<never, AIMessageChunk, CallOptions> {
    return this.withConfig({ functions: tools.map(toFunction) }) as never;
  }

  // The base class types this by the schema.
  override withStructuredOutput(wanted: object, { includeRaw = false }: { includeRaw?: boolean } = {}): never {
    const schema = toJsonSchema(wanted as never) as JsonSchema;
    const told = new SystemMessage(`Answer with JSON alone, by this JSON Schema: ${JSON.stringify(schema)}`);
    return RunnableLambda.from(async (messages: BaseMessage[], { signal }: { signal?: AbortSignal } = {}) => {
      const raw = await this.invoke([told, ...messages], { schema, ...(signal && { signal }) });
      const parsed = withoutNulls(schema, parseJson(raw.text));
      return includeRaw ? { raw, parsed } : parsed;
    }) as never;
  }

  override async _generate(messages: BaseMessage[], options: CallOptions): Promise<ChatResult> {
    for await (const reply of this.#replies(messages, options))
      if (reply.kind === 'done') {
        const { text, calls, ...counted } = reply.result as Answered;
        const message = new AIMessage({
          content: text,
          tool_calls: toolCalls(calls, options).map((call) => ({ ...call, type: 'tool_call' })),
          ...facts(counted),
        });
        return { generations: [{ text, message }] };
      }
    throw new Error('the answer of the model broke off');
  }

  override async *_streamResponseChunks(
    messages: BaseMessage[],
    options: CallOptions,
  ): AsyncGenerator<ChatGenerationChunk> {
    for await (const reply of this.#replies(messages, options)) {
      if (reply.kind === 'done') {
        const { calls, ...counted } = reply.result as Answered;
        const chunks = toolCalls(calls, options).map(({ id, name, args }, index) => ({
          ...{ id, name, index, args: JSON.stringify(args) },
          type: 'tool_call_chunk' as const,
        }));
        yield chunk('', { tool_call_chunks: chunks, ...facts(counted) });
      } else yield chunk(reply.kind === 'text' ? reply.text : '');
    }
  }

  #replies(messages: BaseMessage[], { functions = [], schema, signal }: CallOptions): AsyncGenerator<Reply> {
    const { maxTokens, temperature, ask } = this.#options;
    const wanted: AnswerWanted = {
      history: toChatHistory(messages),
      maxTokens,
      temperature,
      ...(schema && { schema: toGrammarSchema(schema) }),
      ...(functions.length > 0 && {
        functions: Object.fromEntries(
          functions.map(({ name, description = '', parameters }) => [
            name,
            { description, ...(parameters && { params: toGrammarSchema(parameters) }) },
          ]),
        ),
      }),
    };
    const { signal: own } = this.#options;
    return ask({ kind: 'answer', ...wanted }, signal ? AbortSignal.any([own, signal]) : own);
  }
}

function toFunction(tool: BindToolsInput): OfferedFunction {
  return 'function' in tool
    ? (tool as { function: OfferedFunction }).function
    : convertToOpenAITool(tool as never).function;
}

function toolCalls(calls: Answered['calls'], { functions = [] }: CallOptions) {
  return calls.map(({ name, params }) => {
    const schema = functions.find((one) => one.name === name)?.parameters ?? {};
    return { id: randomUUID(), name, args: Object(withoutNulls(schema, params)) as Record<string, unknown> };
  });
}

function facts({ inputTokens, outputTokens, isCut }: Pick<Answered, 'inputTokens' | 'outputTokens' | 'isCut'>) {
  return {
    usage_metadata: {
      input_tokens: inputTokens,
      output_tokens: outputTokens,
      total_tokens: inputTokens + outputTokens,
    },
    response_metadata: { finish_reason: isCut ? 'length' : 'stop' },
  };
}

function chunk(content: string, rest: object = {}): ChatGenerationChunk {
  return new ChatGenerationChunk({ text: content, message: new AIMessageChunk({ content, ...rest }) });
}

/** Null for an answer that was cut. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
