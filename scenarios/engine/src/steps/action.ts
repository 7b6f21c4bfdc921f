import type { JsonObject, StepOf } from '@scenarium/language';
import { callEffect } from '../work/call-effect.ts';
import { timeoutOf } from './ask.ts';
import type { StepHandler } from './handler.ts';

export const action: StepHandler<StepOf<'action'>> = {
  enter(work, token, step) {
    const { action: name, connection } = step;
    return callEffect(work, token, {
      action: name,
      input: work.render(token, step.input) as JsonObject,
      ...(connection !== undefined && { connection }),
      ...timeoutOf(work, token, step),
    });
  },
  resume(work, token, step, news) {
    if (news.kind === 'output' && step.saveTo) work.assign(token, step.saveTo, news.output);
    return { exit: 'next' };
  },
};
