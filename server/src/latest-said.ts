import type { Said } from './features/models/index.ts';
import type { Runtime } from './runtime/index.ts';

/** The latest messages of a conversation, the oldest first. */
export async function latestSaid(
  { read, newestMessages }: Pick<Runtime, 'read' | 'newestMessages'>,
  id: string,
  count: number,
): Promise<Said[]> {
  const conversation = await read(id);
  if (!conversation) return [];
  const { messages } = await newestMessages(conversation, { after: 0, before: conversation.lastSeq + 1, limit: count });
  return messages.flatMap(({ direction, body }) =>
    body.kind === 'message' && body.text
      ? [{ role: direction === 'in' ? ('user' as const) : ('assistant' as const), text: body.text }]
      : [],
  );
}
