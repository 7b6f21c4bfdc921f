import { SimpleChatModel, type BaseChatModelParams } from '@langchain/core/language_models/chat_models';
import { AIMessage, AIMessageChunk, type BaseMessage } from '@langchain/core/messages';
import { ChatGenerationChunk, type ChatResult } from '@langchain/core/outputs';
import { RunnableLambda } from '@langchain/core/runnables';

interface Line {
  when: string;
  reply: string;
  call?: { tool: string; input: Record<string, unknown> } | undefined;
}

/** Answers by a script, word by word. A reply that is JSON is also what it answers where a record is asked for. */
export class ScriptedChat extends SimpleChatModel {
  readonly #script: readonly Line[];

  constructor(script: readonly Line[], fields: BaseChatModelParams = {}) {
    super({ ...fields, maxRetries: 0 });
    this.#script = script;
  }

  override _llmType(): string {
    return 'scripted';
  }

  override bindTools(): this {
    return this;
  }

  // The base class types this by the schema, which is not looked at here.
  override withStructuredOutput(): never {
    return RunnableLambda.from(async (messages: BaseMessage[]) => {
      const { reply } = this.#lineFor(messages);
      return { raw: new AIMessage(reply), parsed: parse(reply) };
    }) as never;
  }

  override async _call(messages: BaseMessage[]): Promise<string> {
    return this.#lineFor(messages).reply;
  }

  override async _generate(messages: BaseMessage[]): Promise<ChatResult> {
    const { reply, call } = this.#lineFor(messages);
    const calls = call
      ? [{ id: `call-${messages.length}`, name: call.tool, args: call.input, type: 'tool_call' as const }]
      : [];
    return { generations: [{ text: reply, message: new AIMessage({ content: reply, tool_calls: calls }) }] };
  }

  override async *_streamResponseChunks(messages: BaseMessage[]): AsyncGenerator<ChatGenerationChunk> {
    const { reply, call } = this.#lineFor(messages);
    if (call) {
      const chunk = { id: `call-${messages.length}`, name: call.tool, args: JSON.stringify(call.input), index: 0 };
      const message = new AIMessageChunk({ content: '', tool_call_chunks: [{ ...chunk, type: 'tool_call_chunk' }] });
      yield new ChatGenerationChunk({ text: '', message });
    }
    for (const [word] of reply.matchAll(/\S+\s*/g))
      yield new ChatGenerationChunk({ text: word, message: new AIMessageChunk({ content: word }) });
  }

  #lineFor(messages: BaseMessage[]): Line {
    const latest = messages.at(-1)?.text ?? '';
    const found = this.#script.find(({ when }) => when === '*' || latest.includes(when));
    return found ?? { when: '*', reply: `You said: ${latest}` };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
