import {
  BaseChatModel,
  type BaseChatModelCallOptions,
  type BindToolsInput,
} from '@langchain/core/language_models/chat_models';
import { AIMessage, AIMessageChunk, type BaseMessage } from '@langchain/core/messages';
import { ChatGenerationChunk, type ChatResult } from '@langchain/core/outputs';
import { RunnableLambda, type Runnable } from '@langchain/core/runnables';
import type { ModelOptions, ServiceContext } from '@scenarium/sdk';
import { callGigaChat } from './gigachat-api.ts';
import type { GigaChatConfig } from './index.ts';
import { Answer, toFunction, toGigaMessage, toolCallsOf, usageOf, type GigaFunction } from './gigachat-messages.ts';
import { eventData } from './event-data.ts';

interface CallOptions extends BaseChatModelCallOptions {
  functions?: GigaFunction[];
  /** The one that has to be called. */
  forced?: string;
}

/** A chat model of GigaChat: streams, calls functions, fills in records by a function that it has to call. */
export class GigaChatModel extends BaseChatModel<CallOptions> {
  readonly #config: GigaChatConfig;
  readonly #options: ModelOptions;
  readonly #context: ServiceContext;

  constructor(config: GigaChatConfig, options: ModelOptions, context: ServiceContext) {
    super({ maxRetries: 0 });
    this.#config = config;
    this.#options = options;
    this.#context = context;
  }

  override _llmType(): string {
    return 'gigachat';
  }

  override bindTools(tools: BindToolsInput[]): Runnable<never, AIMessageChunk, CallOptions> {
    return this.withConfig({ functions: tools.map(toFunction) }) as never;
  }

  // The base class types this by the schema.
  override withStructuredOutput(schema: object): never {
    const answer = { name: 'answer', description: 'Gives the answer', parameters: schema } as GigaFunction;
    return RunnableLambda.from(async (messages: BaseMessage[], { signal }: { signal?: AbortSignal } = {}) => {
      const raw = await this.invoke(messages, { functions: [answer], forced: answer.name, ...(signal && { signal }) });
      return { raw, parsed: raw.tool_calls?.[0]?.args ?? null };
    }) as never;
  }

  override async _generate(messages: BaseMessage[], options: CallOptions): Promise<ChatResult> {
    const body = this.#body(messages, options);
    const answer = await callGigaChat(this.#config, this.#context, {
      path: '/chat/completions',
      body,
      signal: options.signal,
    });
    const { choices, usage } = Answer.parse(await answer.json());
    const [choice] = choices;
    const text = choice?.message?.content ?? '';
    const message = new AIMessage({
      content: text,
      tool_calls: toolCallsOf(choice?.message),
      additional_kwargs: { functions_state_id: choice?.message?.functions_state_id },
      ...(usage && { usage_metadata: usageOf(usage) }),
    });
    return { generations: [{ text, message }] };
  }

  override async *_streamResponseChunks(
    messages: BaseMessage[],
    options: CallOptions,
  ): AsyncGenerator<ChatGenerationChunk> {
    const body = { ...this.#body(messages, options), stream: true };
    const answer = await callGigaChat(this.#config, this.#context, {
      path: '/chat/completions',
      body,
      signal: options.signal,
    });
    let isOver = false;
    for await (const data of eventData(answer)) {
      if (data === '[DONE]') {
        isOver = true;
        break;
      }
      const { choices, usage } = Answer.parse(JSON.parse(data));
      const delta = choices[0]?.delta;
      const calls = toolCallsOf(delta).map(({ id, name, args }, index) => ({
        ...{ id, name, index, args: JSON.stringify(args) },
        type: 'tool_call_chunk' as const,
      }));
      const text = delta?.content ?? '';
      const message = new AIMessageChunk({
        content: text,
        tool_call_chunks: calls,
        ...(usage && { usage_metadata: usageOf(usage) }),
      });
      yield new ChatGenerationChunk({ text, message });
    }
    // What ends without its mark was cut.
    if (!isOver) throw new Error('the stream of GigaChat broke off');
  }

  #body(messages: BaseMessage[], { functions = [], forced }: CallOptions): object {
    const { model, temperature, maxTokens } = this.#options;
    return {
      model: model ?? this.#config.chatModel,
      messages: messages.map(toGigaMessage),
      ...(functions.length > 0 && { functions, function_call: forced === undefined ? 'auto' : { name: forced } }),
      ...(temperature !== undefined && { temperature }),
      ...(maxTokens !== undefined && { max_tokens: maxTokens }),
    };
  }
}
