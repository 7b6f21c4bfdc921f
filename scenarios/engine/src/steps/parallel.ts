import type { StepOf } from '@scenarium/language';
import type { Token } from '../contract/run.ts';
import { follow } from '../work/follow.ts';
import { remove } from '../work/tokens.ts';
import type { StepHandler } from './handler.ts';

export const parallel: StepHandler<StepOf<'parallel'>> = {
  enter(work, token, step) {
    const fork = `f${work.run.counters.steps}`;
    work.run.forks = { ...work.run.forks, [fork]: token.fork === undefined ? {} : { parent: token.fork } };
    work
      .compiled(token)
      .flows(step.id, 'next')
      .forEach((flow, i) => {
        const branch: Token = {
          id: `${token.id}.${work.run.counters.steps}-${i + 1}`,
          step: step.id,
          frame: token.frame,
          fork,
        };
        work.run.tokens.push(branch);
        follow(work, branch, { exit: 'next', flow: flow.id, to: flow.to });
      });
    remove(work, token);
    return { gone: true };
  },
};
