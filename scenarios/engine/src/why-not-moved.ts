import type { CompiledScenario } from '@scenarium/language';
import type { MovedEvent } from './contract/event.ts';
import type { Run } from './contract/run.ts';

/**
 * Why a run cannot go on with another version, and the step that keeps it. `run_over`: nothing is left to move ·
 * `effect_pending`: something is being carried out · `in_call`: it is inside a called scenario, and nobody said to leave that ·
 * `no_place`: nobody said where it goes on · `unknown_step`: there is no such step in the new version.
 */
export interface MoveRefusal {
  code: 'run_over' | 'effect_pending' | 'in_call' | 'no_place' | 'unknown_step';
  step: string;
}

/** Why a run cannot be moved to places of another version; null when it can. */
export function whyNotMoved(compiled: CompiledScenario, run: Run, places: MovedEvent['places']): MoveRefusal | null {
  if (run.status !== 'waiting') return { code: 'run_over', step: '-' };
  for (const { step, wait, frame } of run.tokens) {
    if (wait?.for === 'effect') return { code: 'effect_pending', step };
    if (run.frames[frame]?.caller !== undefined) continue;
    const place = places[step];
    if (!place) return { code: 'no_place', step };
    if (wait?.for === 'call' && place.to === step) return { code: 'in_call', step };
    if (!compiled.step(place.to)) return { code: 'unknown_step', step: place.to };
  }
  return null;
}
