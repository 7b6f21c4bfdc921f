import type { World } from '@scenarium/engine';
import type { Mark, Overlay } from '../scenarios/overlay.ts';

/** What a play marks on its scenario: the way it went, where it is, and what failed. */
export function paint({ run, trace, held }: World): Pick<Overlay, 'steps' | 'flows' | 'badges' | 'latest'> {
  const steps = new Map<string, Mark>();
  const flows = new Map<string, Mark>();
  const visits = new Map<string, number>();
  let latest: string | null = null;
  for (const { scenario, kind, step, flow } of trace) {
    if (scenario !== run.scenario) continue;
    if (flow !== undefined) flows.set(flow, 'passed');
    if (kind === 'entered') {
      visits.set(step, (visits.get(step) ?? 0) + 1);
      steps.set(step, 'passed');
      latest = step;
    }
    if (kind === 'failed') steps.set(step, 'failed');
  }
  for (const { id, step, frame, wait } of run.tokens) {
    if (frame !== 'main') continue;
    if (held?.tokens.includes(id)) {
      steps.set(step, 'stopped');
      latest = step;
    } else if (wait) steps.set(step, 'waiting');
  }
  if (held?.stop?.flow !== undefined) flows.set(held.stop.flow, 'stopped');
  const badges = new Map([...visits].flatMap(([step, count]) => (count > 1 ? [[step, `×${count}`] as const] : [])));
  return { steps, flows, badges, latest };
}
