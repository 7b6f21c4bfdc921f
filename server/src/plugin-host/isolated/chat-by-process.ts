import type { CallbackManagerForLLMRun } from '@langchain/core/callbacks/manager';
import {
  BaseChatModel,
  type BaseChatModelCallOptions,
  type BindToolsInput,
} from '@langchain/core/language_models/chat_models';
import type { BaseLanguageModelInput } from '@langchain/core/language_models/base';
import { AIMessageChunk, mapChatMessagesToStoredMessages, type BaseMessage } from '@langchain/core/messages';
import { ChatGenerationChunk, type ChatResult } from '@langchain/core/outputs';
import type { Runnable } from '@langchain/core/runnables';
import { concat } from '@langchain/core/utils/stream';
import { convertToOpenAITool } from '@langchain/core/utils/function_calling';
import type { ToldChunk } from './answer-chat.ts';
import type { CallOptions } from './peer.ts';
import type { Chat, ChatTools } from './served-methods.ts';

/** Asks the plugin's process to let its model answer. */
type Ask = (chat: Pick<Chat, 'messages' | 'tools'>, options: CallOptions) => Promise<unknown>;

/** A chat model whose real one lives in the process of its plugin. */
export class ChatByProcess extends BaseChatModel<CallOptionsOfModel> {
  readonly #ask: Ask;

  constructor(ask: Ask) {
    super({});
    this.#ask = ask;
  }

  override _llmType(): string {
    return 'process';
  }

  override bindTools(
    tools: BindToolsInput[],
    options?: Partial<CallOptionsOfModel>,
  ): Runnable<BaseLanguageModelInput, AIMessageChunk, CallOptionsOfModel> {
    const list = tools.map((tool) => convertToOpenAITool(tool as never));
    return this.withConfig({ ...options, tools: { list, choice: options?.tool_choice } });
  }

  override async _generate(
    messages: BaseMessage[],
    options: this['ParsedCallOptions'],
    manager?: CallbackManagerForLLMRun,
  ): Promise<ChatResult> {
    let whole: ChatGenerationChunk | undefined;
    for await (const chunk of this._streamResponseChunks(messages, options, manager))
      whole = whole ? concat(whole, chunk) : chunk;
    return { generations: whole ? [whole] : [] };
  }

  override async *_streamResponseChunks(
    messages: BaseMessage[],
    { signal, tools }: this['ParsedCallOptions'],
    manager?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatGenerationChunk> {
    const queue: ToldChunk[] = [];
    let wake: () => void = () => undefined;
    let over = false;
    const told = (value: unknown): void => {
      queue.push(value as ToldChunk);
      wake();
    };
    const stored = mapChatMessagesToStoredMessages(messages);
    const asked = this.#ask({ messages: stored, tools: tools ?? null }, { told, ...(signal && { signal }) });
    const end = (): void => {
      over = true;
      wake();
    };
    asked.then(end, end);
    for (;;) {
      const next = queue.shift();
      if (next) {
        const chunk = toChunk(next);
        await manager?.handleLLMNewToken(chunk.text, undefined, undefined, undefined, undefined, { chunk });
        yield chunk;
      } else if (over) break;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
    await asked;
  }
}

interface CallOptionsOfModel extends BaseChatModelCallOptions {
  tools?: ChatTools;
}

function toChunk(told: ToldChunk): ChatGenerationChunk {
  const message = new AIMessageChunk(told as ConstructorParameters<typeof AIMessageChunk>[0]);
  return new ChatGenerationChunk({ message, text: typeof message.content === 'string' ? message.content : '' });
}
