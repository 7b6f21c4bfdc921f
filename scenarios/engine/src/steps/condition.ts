import type { StepOf } from '@scenarium/language';
import { follow } from '../work/follow.ts';
import { StepFailure } from '../work/step-failure.ts';
import type { StepHandler } from './handler.ts';

export const condition: StepHandler<StepOf<'condition'>> = {
  enter(work, token, step) {
    const compiled = work.compiled(token);
    for (const flow of compiled.flows(step.id, 'next')) {
      const holds = flow.when === undefined ? true : work.evaluate(token, flow.when);
      if (typeof holds !== 'boolean')
        throw new StepFailure('wrong_type', `“${flow.when}” gives ${JSON.stringify(holds)}, not true or false`);
      if (holds) {
        follow(work, token, { exit: 'next', flow: flow.id, to: flow.to });
        return { gone: true };
      }
    }
    if (compiled.flows(step.id, 'else').length === 0)
      throw new StepFailure('no_matching_flow', 'no condition holds and there is no “else” flow');
    return { exit: 'else' };
  },
};
