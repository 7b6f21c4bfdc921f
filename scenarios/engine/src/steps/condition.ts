import type { StepOf } from '@scenarium/language';
import { follow } from '../work/follow.ts';
import { StepFailure } from '../work/step-failure.ts';
import { truthOf } from '../work/truth-of.ts';
import type { StepHandler } from './handler.ts';

export const condition: StepHandler<StepOf<'condition'>> = {
  enter(work, token, step) {
    const compiled = work.compiled(token);
    for (const flow of compiled.flows(step.id, 'next')) {
      if (flow.when === undefined || truthOf(flow.when, work.evaluate(token, flow.when))) {
        follow(work, token, { exit: 'next', flow: flow.id, to: flow.to });
        return { gone: true };
      }
    }
    if (compiled.flows(step.id, 'else').length === 0)
      throw new StepFailure('no_matching_flow', 'no condition holds and there is no “else” flow');
    return { exit: 'else' };
  },
};
