import { ExpressionError } from '@scenarium/language';
import type { Stop } from '../contract/advance.ts';
import type { TraceEntry } from '../contract/trace.ts';
import { StepFailure } from '../work/step-failure.ts';
import { truthOf } from '../work/truth-of.ts';
import type { StandingInWorld } from './world.ts';

/** Where a play stops: always, or while a condition is true. */
export interface Breakpoint {
  /** An expression; left out: it always stops. */
  condition?: string;
  isOff?: true;
}

/** Breakpoints of one scenario by the ids of its steps and flows. */
export interface Breakpoints {
  steps: ReadonlyMap<string, Breakpoint>;
  flows: ReadonlyMap<string, Breakpoint>;
}

/**
 * Does a token stop at a breakpoint, on its step or on the flow that it came by? Those of the run's own scenario count, not of those it
 * calls. A condition that fails stops too, with the reason.
 */
export function stopAt({ steps, flows }: Breakpoints, standing: StandingInWorld): Stop | false {
  const { token, run } = standing;
  if (run.frames[token.frame]?.scenario !== run.scenario) return false;
  const stop = stopOf(steps.get(token.step), standing);
  if (stop) return stop;
  const flow = flows.size > 0 ? cameBy(standing) : undefined;
  const onFlow = flow !== undefined && stopOf(flows.get(flow), standing);
  return onFlow && { flow, ...onFlow };
}

function stopOf(breakpoint: Breakpoint | undefined, { evaluate }: StandingInWorld): Stop | false {
  if (!breakpoint || breakpoint.isOff) return false;
  const { condition } = breakpoint;
  if (condition === undefined) return {};
  try {
    return truthOf(condition, evaluate(condition)) && {};
  } catch (error) {
    if (!(error instanceof StepFailure || error instanceof ExpressionError)) throw error;
    return { error: { code: error.code, message: error.message } };
  }
}

/** The flow by which a token came to where it stands; none where a run begins, or a failure led it there. */
function cameBy({ token: { id }, before, trace }: StandingInWorld): string | undefined {
  const isItsOwn = ({ token }: TraceEntry) => token === id;
  return (trace.findLast(isItsOwn) ?? before.findLast(isItsOwn))?.flow;
}
