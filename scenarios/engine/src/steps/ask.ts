import { parseDuration, type StepOf } from '@scenarium/language';
import { answerParsers } from '../answers/index.ts';
import type { Token } from '../contract/run.ts';
import { StepFailure } from '../work/step-failure.ts';
import type { Work } from '../work/work.ts';
import type { StepHandler } from './handler.ts';
import { startTimer } from './timer.ts';

type Ask = StepOf<'ask'>;

export const ask: StepHandler<Ask> = {
  enter(work, token, step) {
    say(work, token, step, step.prompt);
    if (step.timeout === undefined) return { wait: { for: 'answer', attempt: 1 } };
    const timer = startTimer(work, token, durationOf(work, token, step.timeout));
    return { wait: { for: 'answer', attempt: 1, timer } };
  },
  resume(work, token, step, news) {
    if (news.kind === 'timer') return { exit: 'timeout' };
    if (news.kind !== 'message' || token.wait?.for !== 'answer')
      return { wait: token.wait ?? { for: 'answer', attempt: 1 } };
    const parsed = answerParsers[step.answer.type](step.answer as never, { work, token, message: news.message });
    const { wait } = token;
    if (parsed) {
      if (step.saveTo) work.assign(token, step.saveTo, parsed.value);
      if (wait.timer !== undefined) work.command(token, { kind: 'cancel-timer', timer: wait.timer });
      const option = parsed.option === undefined ? undefined : `option:${parsed.option}`;
      return { exit: option && work.compiled(token).flows(step.id, option).length > 0 ? option : 'next' };
    }
    if (wait.attempt < step.attempts) {
      const attempt = wait.attempt + 1;
      say(work, token, step, step.reprompt ?? step.prompt);
      return { wait: { ...wait, attempt } };
    }
    if (wait.timer !== undefined) work.command(token, { kind: 'cancel-timer', timer: wait.timer });
    if (work.compiled(token).flows(step.id, 'failed').length > 0) return { exit: 'failed' };
    throw new StepFailure('no_valid_answer', `no valid answer in ${step.attempts} attempts`);
  },
};

function say(work: Work, token: Token, step: Ask, text: string): void {
  const options = step.answer.type === 'choice' ? step.answer.options : [];
  const buttons = options.map(({ id, label }) => ({ id, label: work.text(token, label) }));
  const command = { kind: 'send-message' as const, text: work.text(token, text), locale: work.run.locale };
  work.command(token, { ...command, ...(buttons.length > 0 && { buttons }) });
}

/** Milliseconds of a duration template. @throws StepFailure `invalid_duration` */
export function durationOf(work: Work, token: Token, template: string): number {
  const text = work.renderText(token, template);
  const milliseconds = parseDuration(text);
  if (milliseconds === undefined)
    throw new StepFailure('invalid_duration', `“${text}” is not a duration such as “30s” or “2h”`);
  return milliseconds;
}
