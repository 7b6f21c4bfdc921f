import { pendingEffects, subscriptions } from '@scenarium/engine';
import type { ConversationDocument, InboundRow } from '../documents.ts';
import type { EffectOutcome, Ports } from '../ports.ts';
import { inboundOf, traceId } from '../position.ts';
import { applyRow, follow } from './apply-row.ts';
import { decide, draftOf, type Draft } from './draft.ts';

/** The answer of a side effect, on its way into the conversation. */
export interface EffectResult {
  effect: string;
  at: number;
  outcome: EffectOutcome;
}

/** Leftovers (rows to write, things to carry out) are looked after by somebody else this long after the holder's last word. */
const LEFTOVERS_DUE_MS = 2_000;

/** A turn taken and not yet committed. `rows`: the inbound rows it applies. */
export interface Turn {
  next: ConversationDocument;
  rows: InboundRow[];
  cancelled: string[];
}

/**
 * One turn: applies inbound rows to a conversation, until one of them starts a side effect. Nothing is true before the commit.
 */
export async function takeTurn(conversation: ConversationDocument, rows: InboundRow[], ports: Ports): Promise<Turn> {
  const draft = draftOf(conversation);
  const applied: InboundRow[] = [];
  for (const row of rows) {
    await applyRow(draft, row, ports);
    applied.push(row);
    if (isWorking(draft.conversation)) break;
  }
  return finish(draft, applied);
}

/** Passes a row over: it counts as applied and changes nothing else. */
export function passOver(conversation: ConversationDocument, row: InboundRow): Turn {
  const draft = draftOf(conversation);
  draft.conversation.applied = inboundOf(row.seq);
  draft.conversation.lastSeq = row.seq;
  return finish(draft, [row]);
}

/** The turn in which a running side effect is given up for a newer message. */
export async function takeInterruption(
  conversation: ConversationDocument,
  { row, effect }: { row: InboundRow; effect: string },
  ports: Ports,
): Promise<Turn> {
  const draft = draftOf(conversation);
  const { version } = conversation;
  if (row.body.kind !== 'message' || !version) return takeTurn(conversation, [row], ports);
  draft.conversation.applied = inboundOf(row.seq);
  draft.conversation.lastSeq = row.seq;
  const { text, option } = row.body;
  const message = { text, ...(option !== undefined && { option }) };
  const at = row.at.getTime();
  decide(draft, await ports.compiled(conversation.tenant, version), {
    kind: 'message-received',
    id: row._id,
    at,
    message,
    interrupts: effect,
  });
  await follow(draft, ports, at);
  return finish(draft, [row]);
}

/** The turn that takes in the answers of side effects. */
export async function takeResults(
  conversation: ConversationDocument,
  results: EffectResult[],
  ports: Ports,
): Promise<Turn> {
  const draft = draftOf(conversation);
  for (const { effect, at, outcome } of results) {
    if (!conversation.version) break;
    const compiled = await ports.compiled(conversation.tenant, conversation.version);
    const id = `effect:${effect}`;
    if (outcome.ok) decide(draft, compiled, { kind: 'effect-succeeded', id, at, effect, output: outcome.output });
    else decide(draft, compiled, { kind: 'effect-failed', id, at, effect, error: outcome.error });
    await follow(draft, ports, at);
  }
  return finish(draft, []);
}

function finish(draft: Draft, rows: InboundRow[]): Turn {
  const { conversation, entries, cancelled } = draft;
  const { run } = conversation;
  if (entries.length > 0 && run) {
    const id = traceId(conversation._id, conversation.revision + 1);
    conversation.traces.push({ id, run: run.id, entries });
  }
  conversation.waits = run ? subscriptions(run).map(({ name, key }) => ({ name, key: key ?? null })) : [];
  conversation.attempts = 0;
  return { next: conversation, rows, cancelled };
}

/** When somebody must look at a conversation without a holder again. */
export function dueAt(conversation: ConversationDocument, now: number): Date | null {
  const times = conversation.timers.map(({ at }) => at);
  if (conversation.lease) times.push(conversation.lease.until.getTime());
  if (conversation.outbox.length > 0 || conversation.traces.length > 0)
    times.push(Math.ceil((now + LEFTOVERS_DUE_MS) / 1_000) * 1_000);
  return times.length === 0 ? null : new Date(Math.min(...times));
}

/** Does the run wait for a side effect? Then its holder keeps the lease. */
export function isWorking(conversation: ConversationDocument): boolean {
  return conversation.run !== null && pendingEffects(conversation.run).length > 0;
}
