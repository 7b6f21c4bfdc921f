import { randomUUID } from 'node:crypto';
import type { BindToolsInput } from '@langchain/core/language_models/chat_models';
import { AIMessage, ToolMessage, type BaseMessage } from '@langchain/core/messages';
import { z } from 'zod';

/** A function as GigaChat takes it. */
export interface GigaFunction {
  name: string;
  description: string;
  parameters: object;
}

const Message = z.object({
  content: z.string().nullish(),
  function_call: z.object({ name: z.string(), arguments: z.record(z.string(), z.unknown()) }).nullish(),
  functions_state_id: z.string().nullish(),
});
type Message = z.infer<typeof Message>;
const Usage = z.object({ prompt_tokens: z.int(), completion_tokens: z.int(), total_tokens: z.int() });

/** An answer, or a part of one that streams. */
export const Answer = z.object({
  choices: z.array(z.object({ message: Message.optional(), delta: Message.optional() })),
  usage: Usage.nullish(),
});

export function usageOf({
  prompt_tokens: input,
  completion_tokens: output,
  total_tokens: total,
}: z.infer<typeof Usage>) {
  return { input_tokens: input, output_tokens: output, total_tokens: total };
}

/** GigaChat calls one function at a time and gives it no id. */
export function toolCallsOf(message: Message | undefined) {
  const call = message?.function_call;
  if (!call) return [];
  return [
    {
      id: message.functions_state_id ?? randomUUID(),
      name: call.name,
      args: call.arguments,
      type: 'tool_call' as const,
    },
  ];
}

export function toFunction(tool: BindToolsInput): GigaFunction {
  return (tool as unknown as { function: GigaFunction }).function;
}

/** Results of functions must be JSON; a call and its result are told by the state that GigaChat gave it. */
export function toGigaMessage(message: BaseMessage): object {
  if (message instanceof ToolMessage) return { role: 'function', name: message.name, content: asJson(message.text) };
  const [call] = message instanceof AIMessage ? (message.tool_calls ?? []) : [];
  if (call)
    return {
      role: 'assistant',
      content: message.text,
      function_call: { name: call.name, arguments: call.args },
      functions_state_id: call.id,
    };
  const role = message.type === 'ai' ? 'assistant' : message.type === 'system' ? 'system' : 'user';
  return { role, content: message.text };
}

function asJson(text: string): string {
  try {
    JSON.parse(text);
    return text;
  } catch {
    return JSON.stringify({ result: text });
  }
}
