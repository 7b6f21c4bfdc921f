import type { StepOf } from '@scenarium/language';
import { durationOf } from './ask.ts';
import type { StepHandler } from './handler.ts';
import { startTimer, untilInstant } from './timer.ts';

export const event: StepHandler<StepOf<'event'>> = {
  enter(work, token, step) {
    const milliseconds =
      step.timeout !== undefined
        ? durationOf(work, token, step.timeout)
        : step.until !== undefined
          ? untilInstant(work, token, step.until)
          : undefined;
    return {
      wait: {
        for: 'event',
        name: step.event,
        ...(step.key !== undefined && { key: work.renderText(token, step.key) }),
        ...(milliseconds !== undefined && { timer: startTimer(work, token, milliseconds) }),
      },
    };
  },
  resume(work, token, step, news) {
    if (news.kind === 'timer') return { exit: 'timeout' };
    if (news.kind === 'event' && step.saveTo) work.assign(token, step.saveTo, news.data);
    const timer = token.wait?.for === 'event' ? token.wait.timer : undefined;
    if (timer !== undefined) work.command(token, { kind: 'cancel-timer', timer });
    return { exit: news.kind === 'event' ? 'next' : 'reply' };
  },
};
