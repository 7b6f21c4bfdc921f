import type { Scenario } from '@scenarium/language';
import type { TraceEntry } from './contract/trace.ts';

/** Which steps and flows of a scenario traces went through. */
export interface Coverage {
  steps: { covered: string[]; missed: string[] };
  flows: { covered: string[]; missed: string[] };
}

export function coverageOf({ id, steps, flows }: Scenario, trace: readonly TraceEntry[]): Coverage {
  const own = trace.filter(({ scenario }) => scenario === id);
  const entered = new Set(own.filter(({ kind }) => kind === 'entered').map(({ step }) => step));
  const taken = new Set(own.map(({ flow }) => flow));
  return { steps: split(steps, entered), flows: split(flows, taken) };
}

/** What several plays went through together. */
export function mergeCoverage({ steps, flows }: Scenario, parts: readonly Coverage[]): Coverage {
  return {
    steps: split(steps, new Set(parts.flatMap((part) => part.steps.covered))),
    flows: split(flows, new Set(parts.flatMap((part) => part.flows.covered))),
  };
}

function split(all: { id: string }[], seen: ReadonlySet<string | undefined>): { covered: string[]; missed: string[] } {
  const ids = all.map(({ id }) => id);
  return { covered: ids.filter((id) => seen.has(id)), missed: ids.filter((id) => !seen.has(id)) };
}
