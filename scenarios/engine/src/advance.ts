import { parseDuration, type CompiledScenario } from '@scenarium/language';
import type { Advance, Held, HeldAdvance, Holds } from './contract/advance.ts';
import type { EngineEvent } from './contract/event.ts';
import type { Run } from './contract/run.ts';
import { bornRun, eventHandlers, exhausted } from './events.ts';
import { proceed } from './work/proceed.ts';
import { Work } from './work/work.ts';

/**
 * Decides what happens next: the new state of a run, what is to be done, and what happened, given what it is (null before it
 * began) and one event. Pure: the same arguments give the same answer, and `run` is not changed.
 *
 * @example
 * const { run, commands } = advance(compiled, null, { kind: 'started', … });
 * const next = advance(compiled, run, { kind: 'message-received', id: 'm1', at, message: { text: 'Hello' } });
 */
export function advance(compiled: CompiledScenario, run: Run | null, event: EngineEvent): Advance {
  return advanceUntil(compiled, { run, event });
}

/** As `advance()`, but tokens that `holds` answers for do not enter their step: `goOn()` lets them. */
export function advanceUntil(
  compiled: CompiledScenario,
  { run, event, holds }: { run: Run | null; event: EngineEvent; holds?: Holds },
): HeldAdvance {
  if (run === null && event.kind !== 'started') throw new TypeError(`a run begins with "started", not "${event.kind}"`);
  const before = run ?? (event.kind === 'started' ? bornRun(compiled, event) : null);
  if (before === null || isOver(run, event))
    return { run: before as Run, commands: [], trace: [ignored(before as Run, event)] };
  const work = new Work(compiled, before, event);
  if (holds) work.holds = holds;
  if (isTooOld(compiled, before, event))
    exhausted(work, 'duration_limit', `the run takes longer than ${compiled.scenario.limits.duration}`);
  else {
    (eventHandlers[event.kind] as (work: Work, event: EngineEvent) => void)(work, event);
    proceed(work);
  }
  return result(work);
}

/** Lets the held tokens go on, the first one without asking `holds`. */
export function goOn(
  compiled: CompiledScenario,
  { run: before, held, holds }: { run: Run; held: Held; holds?: Holds },
): HeldAdvance {
  const work = new Work(compiled, before, held.event);
  work.executed = held.executed;
  work.queue.push(...held.tokens.flatMap((id) => work.run.tokens.filter((token) => token.id === id)));
  const [first] = work.queue;
  if (holds) work.holds = (standing) => (work.executed > held.executed || standing.token !== first) && holds(standing);
  proceed(work);
  return result(work);
}

function result(work: Work): HeldAdvance {
  const contact = work.takeContactChanges();
  if (contact) work.command({ step: 'contact' }, { kind: 'save-contact', variables: contact });
  const tokens = work.queue.map(({ id }) => id);
  return {
    run: work.run,
    commands: work.commands,
    trace: work.trace,
    ...(tokens.length > 0 && { held: heldBy(work, tokens) }),
  };
}

function heldBy({ executed, event, stop }: Work, tokens: string[]): Held {
  return { tokens, executed, event, ...(stop && { stop }) };
}

function isOver(run: Run | null, event: EngineEvent): boolean {
  return run !== null && (run.status !== 'waiting' || event.kind === 'started');
}

function isTooOld(compiled: CompiledScenario, { startedAt }: Run, { at }: EngineEvent): boolean {
  const { duration } = compiled.scenario.limits;
  const longest = duration === undefined ? undefined : parseDuration(duration);
  return longest !== undefined && at - startedAt > longest;
}

function ignored({ scenario }: Run, { id, at }: EngineEvent): Advance['trace'][number] {
  return { at, event: id, scenario, step: '-', token: '-', kind: 'ignored', detail: 'the run is over' };
}
