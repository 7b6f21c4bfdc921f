import type { Coverage } from '@scenarium/engine';
import type { Mark, Overlay } from '../scenarios/overlay.ts';

/** What all cases together went through, and what none of them did. */
export function paintCoverage({ steps, flows }: Coverage): Pick<Overlay, 'steps' | 'flows' | 'badges' | 'latest'> {
  return { steps: marks(steps), flows: marks(flows), badges: new Map(), latest: null };
}

function marks({ covered, missed }: Coverage['steps']): Map<string, Mark> {
  const made = new Map<string, Mark>();
  for (const id of covered) made.set(id, 'covered');
  for (const id of missed) made.set(id, 'uncovered');
  return made;
}
