import type { StepOf } from '@scenarium/language';
import { durationOf } from './ask.ts';
import type { StepHandler } from './handler.ts';
import { startTimer, untilInstant } from './timer.ts';

export const wait: StepHandler<StepOf<'wait'>> = {
  enter(work, token, step) {
    const milliseconds =
      step.for === undefined ? untilInstant(work, token, step.until as string) : durationOf(work, token, step.for);
    return { wait: { for: 'time', timer: startTimer(work, token, milliseconds) } };
  },
  resume(work, token, _step, news) {
    if (news.kind !== 'message') return { exit: 'next' };
    if (token.wait?.for === 'time') work.command(token, { kind: 'cancel-timer', timer: token.wait.timer });
    return { exit: 'reply' };
  },
};
