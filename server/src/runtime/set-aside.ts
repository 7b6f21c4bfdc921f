import { pendingEffects } from '@scenarium/engine';
import type { Clock } from './clock.ts';
import type { ConversationDocument } from './documents.ts';
import type { Ports } from './ports.ts';
import type { Store } from './store/store.ts';
import { isWorking, passOver, takeResults, type Turn } from './turn/take-turn.ts';

const REASON = 'Every process that took it up died';

/**
 * What killed its holder again and again is not tried any more: pending effects fail with `outcome_unknown`, an inbound row is
 * parked where people can see it, and the rest of the conversation goes on.
 */
export async function setAside(
  conversation: ConversationDocument,
  { store, ports, clock }: { store: Store; ports: Ports; clock: Clock },
): Promise<Turn> {
  if (isWorking(conversation) && conversation.run) {
    const error = { code: 'outcome_unknown', message: REASON };
    const results = pendingEffects(conversation.run).map(({ id }) => ({
      effect: id,
      at: clock.now(),
      outcome: { ok: false as const, error },
    }));
    return takeResults(conversation, results, ports);
  }
  const [row] = await store.inboundAfter(conversation._id, conversation.applied, 1);
  if (!row) return { next: { ...conversation, attempts: 0 }, rows: [], cancelled: [] };
  await store.park(row, REASON, conversation.attempts);
  return passOver(conversation, row);
}
