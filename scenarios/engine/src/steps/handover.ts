import type { StepOf } from '@scenarium/language';
import { finish } from '../work/finish.ts';
import { durationOf } from './ask.ts';
import type { StepHandler } from './handler.ts';
import { startTimer } from './timer.ts';

export const handover: StepHandler<StepOf<'handover'>> = {
  enter(work, token, step) {
    const reason = step.reason === undefined ? '' : work.renderText(token, step.reason);
    if (step.text)
      work.command(token, { kind: 'send-message', text: work.text(token, step.text), locale: work.run.locale });
    if (step.to.kind === 'agent') {
      const agent = work.renderText(token, step.to.agent);
      work.command(token, { kind: 'start-run', agent, ...(reason && { reason }) });
      finish(work, token, { status: 'done', outcome: 'handed-over' });
      return { gone: true };
    }
    work.command(token, { kind: 'open-ticket', reason, priority: step.to.priority });
    if (step.timeout === undefined) return { wait: { for: 'human' } };
    return { wait: { for: 'human', timer: startTimer(work, token, durationOf(work, token, step.timeout)) } };
  },
  resume(work, token, _step, news) {
    if (news.kind === 'timer') return { exit: 'timeout' };
    const timer = token.wait?.for === 'human' ? token.wait.timer : undefined;
    if (timer !== undefined) work.command(token, { kind: 'cancel-timer', timer });
    return { exit: 'next' };
  },
};
