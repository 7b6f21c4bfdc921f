import { parseDuration, type Json, type Turn } from '@scenarium/language';
import type { Act } from '../world/play.ts';
import { offeredButtons } from '../world/offered-buttons.ts';
import type { World } from '../world/world.ts';

/** What happens in a turn of a case, in the order in which it happens. */
export function actsOf({ set, say, press, advance, emit, handBack }: Turn, world: World): Act[] {
  const acts: Act[] = [];
  if (set) acts.push({ kind: 'set', values: set as Record<string, Json> });
  if (say !== undefined) acts.push({ kind: 'say', text: say });
  if (press !== undefined) {
    // A press comes with what stands on the button.
    const label = offeredButtons(world.lines).find(({ id }) => id === press)?.label ?? '';
    acts.push({ kind: 'say', text: label, option: press });
  }
  if (advance !== undefined) acts.push({ kind: 'advance', milliseconds: parseDuration(advance) ?? 0 });
  if (emit) {
    const { event, data = null, key } = emit;
    acts.push({ kind: 'emit', name: event, data: data as Json, ...(key !== undefined && { key }) });
  }
  if (handBack) acts.push({ kind: 'hand-back' });
  return acts;
}
