import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { mapStoredMessagesToChatMessages, type AIMessageChunk } from '@langchain/core/messages';
import { ActionError } from '@scenarium/sdk';
import type { Incoming } from './peer.ts';
import type { Chat } from './served-methods.ts';

/** What is told of a chunk of an answer: the fields an `AIMessageChunk` is made of. */
export type ToldChunk = Pick<
  AIMessageChunk,
  'content' | 'id' | 'tool_call_chunks' | 'usage_metadata' | 'response_metadata' | 'additional_kwargs'
>;

/** Lets a chat model answer and tells every chunk as it comes. */
export async function answerChat(
  model: BaseChatModel,
  { messages, tools }: Pick<Chat, 'messages' | 'tools'>,
  { signal, tell }: Incoming,
): Promise<void> {
  const bound = tools ? model.bindTools?.(tools.list as never, { tool_choice: tools.choice } as never) : model;
  if (!bound) throw new ActionError('model_refused', 'this model cannot call tools: choose another');
  for await (const chunk of await bound.stream(mapStoredMessagesToChatMessages(messages), { signal })) {
    const { content, id, tool_call_chunks, usage_metadata, response_metadata, additional_kwargs } =
      chunk as AIMessageChunk;
    const told = { content, id, tool_call_chunks, usage_metadata, response_metadata, additional_kwargs };
    await tell(told satisfies ToldChunk);
  }
}
