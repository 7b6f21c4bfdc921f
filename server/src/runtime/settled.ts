import type { ConversationDocument } from './documents.ts';
import { isWorking } from './turn/take-turn.ts';

/** Lets callers wait until a conversation has taken in a row and has nothing more to say at once. */
export interface Settled {
  committed(conversation: ConversationDocument): void;
  /** The conversation once it has, or as it is when the time is up; null when there is none. */
  wait(id: string, inbound: number, timeoutMs: number): Promise<ConversationDocument | null>;
}

/** Another process may be the one that takes the turn: look there this often. */
const LOOK_MS = 150;

export function createSettled(read: (id: string) => Promise<ConversationDocument | null>): Settled {
  const waiting = new Map<string, Set<(conversation: ConversationDocument) => void>>();
  const isSettled = (conversation: ConversationDocument, inbound: number): boolean =>
    conversation.applied >= inbound && !isWorking(conversation);

  return {
    committed(conversation) {
      for (const tell of waiting.get(conversation._id) ?? []) tell(conversation);
    },
    wait(id, inbound, timeoutMs) {
      return new Promise((resolve, reject) => {
        const tellers = waiting.get(id) ?? new Set();
        waiting.set(id, tellers.add(tell));
        const looks = setInterval(() => read(id).then((found) => found && tell(found), fail), LOOK_MS);
        const end = setTimeout(() => read(id).then(finish, fail), timeoutMs);

        function tell(conversation: ConversationDocument): void {
          if (isSettled(conversation, inbound)) finish(conversation);
        }
        function stop(): void {
          clearInterval(looks);
          clearTimeout(end);
          tellers.delete(tell);
          if (tellers.size === 0) waiting.delete(id);
        }
        function finish(conversation: ConversationDocument | null): void {
          stop();
          resolve(conversation);
        }
        function fail(error: unknown): void {
          stop();
          reject(error as Error);
        }
      });
    },
  };
}
