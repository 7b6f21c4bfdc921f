import type { Runtime, Visible } from '../../runtime/index.ts';
import type { Feed } from './feed.ts';
import { viewMessage } from './view.ts';

/** The clients of one conversation. */
export interface Room {
  readonly conversation: string;
  readonly feeds: Set<Feed>;
  /** The cursor up to which they were told; null before the first of them was told anything. */
  told: number | null;
}

const AT_ONCE = 500;

/** Who is connected to this process, and how far each conversation was told. */
export function createRooms(runtime: Runtime) {
  const rooms = new Map<string, Room>();

  function tell({ conversation, from, to, messages, over }: Visible): void {
    const room = rooms.get(conversation);
    if (!room || room.told === null || room.told >= to) return;
    room.told = to;
    emit(conversation, 'messages', { messages: messages.map(viewMessage), from, to });
    emit(conversation, 'status', { status: over ? 'closed' : 'open' });
  }

  function emit(conversation: string, event: string, payload: object): void {
    for (const feed of rooms.get(conversation)?.feeds ?? []) feed.emit(event, payload);
  }

  return {
    tell,
    emit,
    enter(conversation: string, feed: Feed): Room {
      const room = rooms.get(conversation) ?? { conversation, feeds: new Set(), told: null };
      rooms.set(conversation, room);
      room.feeds.add(feed);
      return room;
    },
    leave(room: Room, feed: Feed): void {
      room.feeds.delete(feed);
      if (room.feeds.size === 0) rooms.delete(room.conversation);
    },
    /** Tells what other processes committed. */
    async look(): Promise<void> {
      const cursors = [...rooms.values()].flatMap(({ conversation: id, told }) =>
        told === null ? [] : [{ id, seq: told }],
      );
      for (let i = 0; i < cursors.length; i += AT_ONCE) {
        for (const conversation of await runtime.store.beyond(cursors.slice(i, i + AT_ONCE))) {
          const from = rooms.get(conversation._id)?.told ?? 0;
          const { messages, lastSeq } = await runtime.messages(conversation, from, AT_ONCE);
          const over = conversation.run !== null && conversation.run.status !== 'waiting';
          tell({ conversation: conversation._id, from, to: lastSeq, messages, over });
        }
      }
    },
  };
}
