import type { Accepted, Runtime } from '../../../runtime/index.ts';
import { conversationProblems } from '../problems.ts';

/** Puts a parked message into the queue of its conversation again. @throws parked_not_found */
export async function retryParked(
  { store, accept }: Pick<Runtime, 'store' | 'accept'>,
  { tenant, id }: { tenant: string; id: string },
): Promise<Accepted> {
  const row = await store.parkedRow(tenant, id);
  if (!row) throw conversationProblems.parked_not_found({ detail: id });
  const { conversation, channel, body, externalId } = row;
  const accepted = await accept({ tenant, conversation, channel, body, externalId: `${externalId}:retry` });
  await store.unpark(id);
  return accepted;
}
