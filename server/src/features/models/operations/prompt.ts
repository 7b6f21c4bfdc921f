import type { BaseMessage } from '@langchain/core/messages';
import { z } from 'zod';
import type { Said } from './context.ts';

/** What was said so far, as the engine tells it. */
export const Line = z.discriminatedUnion('role', [
  z.object({ role: z.literal('user'), text: z.string() }),
  z.object({
    role: z.literal('assistant'),
    text: z.string(),
    calls: z.array(z.object({ id: z.string(), name: z.string(), input: z.record(z.string(), z.json()) })).default([]),
  }),
  z.object({ role: z.literal('tool'), call: z.string(), name: z.string(), text: z.string() }),
]);
export type Line = z.infer<typeof Line>;

type Messages = typeof import('@langchain/core/messages');

/** The messages for a model: instructions, what was said before, what is said now. */
export async function promptOf(
  instructions: string | undefined,
  before: readonly Said[],
  lines: readonly Line[],
): Promise<BaseMessage[]> {
  const messages = await import('@langchain/core/messages');
  const { AIMessage, HumanMessage, SystemMessage } = messages;
  const first = lines.find(({ role }) => role === 'user')?.text;
  // The latest message is often both the end of the history and what is asked.
  const history = before.at(-1)?.role === 'user' && before.at(-1)?.text === first ? before.slice(0, -1) : before;
  return [
    ...(instructions ? [new SystemMessage(instructions)] : []),
    ...history.map(({ role, text }) => (role === 'user' ? new HumanMessage(text) : new AIMessage(text))),
    ...lines.map((line) => toMessage(messages, line)),
  ];
}

function toMessage({ AIMessage, HumanMessage, ToolMessage }: Messages, line: Line): BaseMessage {
  switch (line.role) {
    case 'user':
      return new HumanMessage(line.text);
    case 'tool':
      return new ToolMessage({ content: line.text, tool_call_id: line.call, name: line.name });
    case 'assistant':
      return new AIMessage({
        content: line.text,
        tool_calls: line.calls.map(({ id, name, input }) => ({ id, name, args: input, type: 'tool_call' as const })),
      });
  }
}
