import type { CompiledScenario } from '@scenarium/language';
import type { Stop } from '../contract/advance.ts';
import type { TraceEntry } from '../contract/trace.ts';
import { beginWorld } from './begin-world.ts';
import { offeredButtons } from './offered-buttons.ts';
import { play, type Act } from './play.ts';
import type { Beginning, Rules, StandingInWorld, World } from './world.ts';

/** A world with the act it came of; the first moment of a play came of none. */
export interface Moment {
  act?: Act;
  world: World;
}

export interface Replayed {
  moments: Moment[];
  /** The first moment that went through other steps than before. */
  diverged?: number;
  /** Acts that had no place any more. */
  left: readonly Act[];
}

/**
 * Plays the same acts again, as far as they go: to see what a change of the scenario makes of a dialogue. It is held where it was held
 * before.
 */
export function replayMoments(
  compiled: CompiledScenario,
  { beginning, before, answer }: { beginning: Beginning; before: readonly Moment[]; answer: Rules['answer'] },
): Replayed {
  const rulesAt = (i: number): Rules => ({ answer, holds: (standing) => heldAgain(before[i]?.world, standing) });
  let world = beginWorld(compiled, beginning, rulesAt(0));
  const moments: Moment[] = [{ world }];
  const acts = before.flatMap(({ act }) => act ?? []);
  for (const [i, act] of acts.entries()) {
    if (!isPossible(world, act)) return result(before, moments, acts.slice(i));
    world = play(compiled, world, { act, rules: rulesAt(i + 1) });
    moments.push({ act, world });
  }
  return result(before, moments, []);
}

function result(before: readonly Moment[], moments: Moment[], left: readonly Act[]): Replayed {
  const index = moments.findIndex(({ world }, i) => pathOf(world) !== pathOf(before[i]?.world));
  return { moments, left, ...(index >= 0 && { diverged: index }) };
}

/** Before the same step, at the same visit of it. */
function heldAgain(then: World | undefined, { token, before, trace }: StandingInWorld): Stop | boolean {
  const { held, run } = then ?? {};
  const { step } = token;
  if (!held || !run?.tokens.some(({ id, step: at }) => at === step && held.tokens.includes(id))) return false;
  return visits(before, step) + visits(trace, step) === visits(then?.trace ?? [], step) && (held.stop ?? true);
}

const visits = (trace: readonly TraceEntry[], at: string): number =>
  trace.filter(({ kind, step }) => kind === 'entered' && step === at).length;

const pathOf = (world: World | undefined): string =>
  (world?.trace ?? []).flatMap(({ kind, step }) => (kind === 'entered' ? [step] : [])).join(' ');

function isPossible({ run, calls, lines, held }: World, act: Act): boolean {
  if (run.status !== 'waiting') return false;
  if (act.kind === 'answer') return calls.some(({ id }) => id === act.call);
  if (act.kind !== 'say' || act.option === undefined || held) return true;
  return offeredButtons(lines).some(({ id }) => id === act.option);
}
