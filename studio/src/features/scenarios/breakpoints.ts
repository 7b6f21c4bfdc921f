import type { Breakpoint, Breakpoints } from '@scenarium/engine';

/** What a breakpoint stands on. */
export interface BreakpointPlace {
  table: keyof Breakpoints;
  id: string;
}

export const NO_BREAKPOINTS: Breakpoints = { steps: new Map(), flows: new Map() };

/** Breakpoints with another one at a place; undefined: without any there. */
export function withBreakpoint(
  breakpoints: Breakpoints,
  { table, id }: BreakpointPlace,
  breakpoint: Breakpoint | undefined,
): Breakpoints {
  const changed = new Map(breakpoints[table]);
  if (breakpoint) changed.set(id, breakpoint);
  else changed.delete(id);
  return { ...breakpoints, [table]: changed };
}

/** Breakpoints after a step was given another id. */
export function withStepId({ steps, flows }: Breakpoints, { id, to }: { id: string; to: string }): Breakpoints {
  return { steps: new Map([...steps].map(([step, one]) => [step === id ? to : step, one])), flows };
}
