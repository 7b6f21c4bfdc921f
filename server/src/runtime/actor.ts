import { pendingEffects } from '@scenarium/engine';
import { randomUUID } from 'node:crypto';
import { createDelivery, type Delivery } from './delivery.ts';
import type { ConversationDocument, InboundRow } from './documents.ts';
import { createEffects, type Effects } from './effects.ts';
import { inboundOf, seqOf } from './position.ts';
import { setAside } from './set-aside.ts';
import { dueAt, isWorking, takeInterruption, takeResults, takeTurn, type Turn } from './turn/take-turn.ts';
import { merged, nextTurn } from './turn/turn-taking.ts';
import { createWaker, type Waker } from './waker.ts';
import type { WorkerContext } from './worker.ts';
import { madeVisible } from './visible.ts';

/** A conversation without news is kept in mind this long before its leftovers are tidied. */
const LINGER_MS = 250;
const ROWS_AT_ONCE = 100;
const LONGEST_PAUSE_MS = 2_000;
/** While somebody else holds a conversation that was just written to, it is looked at this often. */
const HELD_MS = 60;

/** `row`: accepted here just now. `recover`: found forgotten. Neither: others may have changed something. */
export interface News {
  row?: InboundRow;
  recover?: boolean;
}

/** Somebody else changed the conversation first: what was being written is dropped. */
class Fenced extends Error {}

/**
 * Looks after one conversation: takes its turns one after another, commits them, carries out effects, delivers.
 *
 * A turn without side effects needs no lease: its commit names the revision it was made from, so of two only one happens. While
 * side effects run the conversation is leased; a holder that dies, or sleeps beyond its lease, is replaced, and whatever it still
 * tries to write is refused.
 */
export class ConversationActor {
  readonly id: string;
  readonly #context: WorkerContext;
  readonly #effects: Effects;
  readonly #delivery: Delivery;
  readonly #waker: Waker = createWaker();
  /** Rows this process accepted itself and that are not applied as far as it knows: they need no query. */
  #accepted: InboundRow[] = [];
  /** Others may have accepted rows: ask the database. */
  #look = false;
  /** There is a row that somebody else accepted and did not finish: its holder may have died of it, so attempts are counted. */
  #recover = false;
  #failures = 0;

  constructor(id: string, context: WorkerContext) {
    this.id = id;
    this.#context = context;
    this.#effects = createEffects(context.ports, context.clock, () => this.#waker.wake());
    this.#delivery = createDelivery(context.store, context.ports);
  }

  /** News for the conversation. */
  notice(news: News): void {
    if (news.row) this.#accepted.push(news.row);
    else this.#look = true;
    if (news.recover) this.#recover = true;
    this.#waker.wake();
  }

  /** Resolves when there is nothing left to do, or the worker stops. */
  async live(): Promise<void> {
    for (;;) {
      try {
        await this.#lookAfter();
        return;
      } catch (error) {
        this.#context.known.delete(this.id);
        this.#effects.cancelAll();
        if (!(error instanceof Fenced)) this.#context.report(error, this.id);
        if (this.#context.stopping()) return;
        if (error instanceof Fenced) continue;
        this.#failures += 1;
        await this.#waker.pause(Math.min(25 * 2 ** this.#failures, LONGEST_PAUSE_MS));
      }
    }
  }

  /** Leaves a side effect that is still running to whoever comes next. That this process stops is no attempt. */
  async release(): Promise<void> {
    const { known, store, clock, owner } = this.#context;
    const held = known.get(this.id);
    if (held?.lease?.owner !== owner) return;
    this.#effects.cancelAll();
    const { _id, revision } = held;
    const set = { lease: null, attempts: 0, dueAt: new Date(clock.now()) };
    await store.commit({ _id, revision, commitId: randomUUID(), set });
  }

  async #lookAfter(): Promise<void> {
    const { known, store, clock, leaseMs } = this.#context;
    let conversation = known.get(this.id) ?? (await store.read(this.id));
    while (conversation) {
      if (this.#mustClaim(conversation)) {
        conversation = await this.#context.alone(() => this.#takeOver());
        if (!conversation && this.#mayWait()) {
          await this.#waker.pause(HELD_MS);
          conversation = await store.read(this.id);
        }
        continue;
      }
      const turn = await this.#next(conversation);
      if (turn) {
        conversation = await this.#commit(conversation, turn);
      } else if (this.#mustClaim(conversation)) {
        continue;
      } else if (this.#effects.running() > 0) {
        await this.#waker.pause(leaseMs / 3);
        if (!(await store.renew(this.id, conversation.revision, leaseMs))) throw new Fenced();
      } else if (await this.#fireTimers(conversation, clock.now())) {
        continue;
      } else if (conversation.lease || conversation.outbox.length > 0 || conversation.traces.length > 0) {
        // What is due was left by somebody else: whoever looks for it would wake this pause again and again.
        const mayLinger = !conversation.lease && !isDue(conversation, clock.now()) && !this.#context.stopping();
        if (mayLinger && (await this.#waker.pause(LINGER_MS)) === 'news') continue;
        await this.#delivery.send(conversation);
        conversation = await this.#commit(conversation, { next: conversation, rows: [], cancelled: [] });
      } else if (!this.#hasNews(conversation)) return;
    }
  }

  /** Did something come in after the last look? */
  restless(): boolean {
    return this.#look || this.#accepted.length > 0;
  }

  #hasNews({ applied }: ConversationDocument): boolean {
    return this.#look || this.#accepted.some(({ seq }) => inboundOf(seq) > applied);
  }

  #mustClaim({ lease }: ConversationDocument): boolean {
    return lease ? lease.owner !== this.#context.owner : this.#recover;
  }

  #mayWait(): boolean {
    return this.#accepted.length > 0 && !this.#context.stopping();
  }

  /**
   * Claims the conversation and takes the turn its last holder may have died of, while this process takes over no other: an attempt
   * is counted for what is being tried, not for what happens to wait beside it. Null: somebody else holds it.
   */
  async #takeOver(): Promise<ConversationDocument | null> {
    const { known, store, clock, owner, leaseMs, mostAttempts, ports } = this.#context;
    known.delete(this.id);
    const claimed = await store.claim(this.id, owner, leaseMs);
    if (!claimed) return null;
    this.#recover = false;
    this.#look = true;
    const spent = claimed.attempts >= mostAttempts;
    ports.recovered(spent ? 'set aside' : 'taken over', claimed);
    const turn = spent ? await setAside(claimed, { store, ports, clock }) : await this.#next(claimed);
    if (turn) return this.#commit(claimed, turn);
    known.set(this.id, claimed);
    return claimed;
  }

  /** The next turn there is to take, if any. */
  async #next(conversation: ConversationDocument): Promise<Turn | null> {
    const { ports, clock } = this.#context;
    const results = this.#effects.takeResults();
    if (results.length > 0) return takeResults(conversation, results, ports);
    const working = isWorking(conversation);
    if (working && this.#effects.running() === 0) {
      for (const effect of pendingOf(conversation)) this.#effects.start(conversation, effect, 'again');
    }
    const agent = await ports.activeAgent(conversation.tenant, conversation.agent);
    const taking = agent?.turnTaking ?? { policy: 'each' as const, windowMs: 0 };
    const interruptible = working && taking.policy === 'interrupt' ? this.#interruptible(conversation) : undefined;
    if (working && !interruptible) return null;
    const rows = await this.#waiting(conversation);
    const [first] = rows;
    if (!first) return null;
    if (interruptible) return this.#interruption(conversation, { rows, effect: interruptible });
    if (conversation.attempts > 0) return takeTurn(conversation, [first], ports);
    const decision = nextTurn(rows, taking, clock.now());
    if ('until' in decision) {
      await this.#waker.pause(decision.until - clock.now());
      return this.#next(conversation);
    }
    if (!decision.merge) return takeTurn(conversation, decision.rows, ports);
    const turn = await takeTurn(conversation, [merged(decision.rows)], ports);
    return { ...turn, rows: decision.rows };
  }

  /** The running effect that a newer message may interrupt: one that may be carried out again. */
  #interruptible(conversation: ConversationDocument): string | undefined {
    const { repeatOf } = this.#context.ports;
    return pendingOf(conversation).find(({ action, input }) => repeatOf(action, input) === 'safe')?.id;
  }

  async #interruption(
    conversation: ConversationDocument,
    { rows, effect }: { rows: InboundRow[]; effect: string },
  ): Promise<Turn | null> {
    const end = rows.findIndex(({ body }) => body.kind !== 'message');
    const messages = end === -1 ? rows : rows.slice(0, end);
    if (messages.length === 0) return null;
    const turn = await takeInterruption(conversation, { row: merged(messages), effect }, this.#context.ports);
    return { ...turn, rows: messages };
  }

  /** Rows not applied yet, in order and without a gap; up to the first one that must be claimed. */
  async #waiting({ applied, lease }: ConversationDocument): Promise<InboundRow[]> {
    const accepted = this.#accepted.filter(({ seq }) => seq > seqOf(applied)).sort((a, b) => a.seq - b.seq);
    this.#accepted = accepted;
    if (!this.#look && accepted.every(({ seq }, i) => seq === seqOf(applied + 1 + i))) return accepted;
    this.#look = false;
    const rows = await this.#context.store.inboundAfter(this.id, applied, ROWS_AT_ONCE);
    if (rows.length === ROWS_AT_ONCE) this.#look = true;
    if (lease?.owner === this.#context.owner) return rows;
    const foreign = rows.findIndex(({ _id }) => !accepted.some((own) => own._id === _id));
    if (foreign === 0) this.#recover = true;
    return foreign === -1 ? rows : rows.slice(0, foreign);
  }

  async #fireTimers({ timers, tenant, channel }: ConversationDocument, now: number): Promise<boolean> {
    const due = timers.filter(({ at }) => at <= now);
    for (const { id } of due) {
      const body = { kind: 'timer' as const, timer: id };
      const inbound = { tenant, conversation: this.id, channel, externalId: `timer:${id}`, body };
      this.#accepted.push((await this.#context.accept(inbound)).row);
    }
    return due.length > 0;
  }

  async #commit(before: ConversationDocument, turn: Turn): Promise<ConversationDocument> {
    const { clock, owner, leaseMs, known } = this.#context;
    const now = clock.now();
    const lease = isWorking(turn.next) ? { owner, until: new Date(now + leaseMs) } : null;
    const rest = this.#delivery.rest(turn.next);
    const revision = before.revision + 1;
    const next = { ...turn.next, ...rest, lease, updatedAt: wholeSecond(now), revision, commitId: randomUUID() };
    next.dueAt = dueAt(next, now);
    if (!(await this.#write(before.revision, next))) throw new Fenced();
    this.#failures = 0;
    this.#recover = false;
    known.set(this.id, next);
    this.#afterCommit(before, next, turn);
    return next;
  }

  /** True: the change happened. An unknown outcome is looked up: the change carries its own name. */
  async #write(revision: number, next: ConversationDocument): Promise<boolean> {
    const { store, report } = this.#context;
    const { _id, tenant, channel, contact, thread, createdAt, revision: _, commitId, ...set } = next;
    try {
      return await store.commit({ _id, revision, commitId, set });
    } catch (error) {
      report(error, this.id);
      const found = await store.read(_id);
      return found?.commitId === commitId;
    }
  }

  #afterCommit(before: ConversationDocument, next: ConversationDocument, { rows, cancelled }: Turn): void {
    const { store, ports, report, committed } = this.#context;
    const failed = (error: unknown): void => report(error, this.id);
    this.#accepted = this.#accepted.filter(({ seq }) => inboundOf(seq) > next.applied);
    if (rows.length > 0) store.clearPending(rows.map(({ _id }) => _id)).catch(failed);
    for (const effect of cancelled) this.#effects.cancel(effect);
    for (const effect of pendingOf(next)) this.#effects.start(next, effect, 'first');
    if (isWorking(before) !== isWorking(next)) ports.working(next, isWorking(next));
    const visible = madeVisible(before, next, rows);
    if (visible) ports.visible(visible);
    if (next.outbox.length > 0 || next.traces.length > 0) this.#delivery.send(next).catch(failed);
    committed(next);
  }
}

function isDue({ dueAt }: ConversationDocument, now: number): boolean {
  return dueAt !== null && dueAt.getTime() <= now;
}

/** Whole seconds: a conversation that changes often moves in its index once a second at the most. */
function wholeSecond(time: number): Date {
  return new Date(Math.ceil(time / 1_000) * 1_000);
}

function pendingOf({ run }: ConversationDocument) {
  return run ? pendingEffects(run) : [];
}
