import { parseDuration, type Json, type StepOf } from '@scenarium/language';
import { answerParsers } from '../answers/index.ts';
import type { Token } from '../contract/run.ts';
import { callEffect } from '../work/call-effect.ts';
import { StepFailure } from '../work/step-failure.ts';
import type { Work } from '../work/work.ts';
import type { Outcome, StepHandler } from './handler.ts';
import { given, recordOf } from './model-parts.ts';
import { startTimer } from './timer.ts';

type Ask = StepOf<'ask'>;

/** An answer of the right type, and the option that was chosen. */
interface Parsed {
  value: Json;
  option?: string;
}

/** What is kept in mind while a model looks at an answer. */
interface Checking {
  attempt: number;
  parsed: Parsed;
}

export const ask: StepHandler<Ask> = {
  enter(work, token, step) {
    return prompt(work, token, step, { text: step.prompt, attempt: 1 });
  },
  resume(work, token, step, news) {
    if (news.kind === 'timer') return { exit: 'timeout' };
    if (news.kind === 'output') return judged(work, token, step, recordOf(news.output)['valid'] === true);
    if (news.kind !== 'message' || token.wait?.for !== 'answer')
      return { wait: token.wait ?? { for: 'answer', attempt: 1 } };
    const parsed = answerParsers[step.answer.type](step.answer as never, { work, token, message: news.message });
    const { attempt } = token.wait;
    if (parsed && !step.check) {
      stopTimer(work, token);
      return accept(work, token, step, parsed);
    }
    if (parsed) {
      stopTimer(work, token);
      return check(work, token, step, { attempt, parsed });
    }
    if (attempt < step.attempts) {
      say(work, token, step, step.reprompt ?? step.prompt);
      return { wait: { ...token.wait, attempt: attempt + 1 } };
    }
    stopTimer(work, token);
    return giveUp(work, token, step);
  },
  /** An answer of the right type counts when nobody can check it. */
  failed(work, token, step, error) {
    const { parsed } = token.memory as unknown as Checking;
    if (work.compiled(token).flows(step.id, 'error').length > 0) return { fail: error };
    work.note(token, 'ignored', { detail: { code: error.code, message: error.message } });
    return accept(work, token, step, parsed);
  },
};

/** Says something and waits for an answer to it. */
function prompt(work: Work, token: Token, step: Ask, { text, attempt }: { text: string; attempt: number }): Outcome {
  say(work, token, step, text);
  if (step.timeout === undefined) return { wait: { for: 'answer', attempt } };
  return { wait: { for: 'answer', attempt, timer: startTimer(work, token, durationOf(work, token, step.timeout)) } };
}

function check(work: Work, token: Token, { check: wanted }: Ask, checking: Checking): Outcome {
  token.memory = checking as unknown as Json;
  const text = work.run.message?.text ?? '';
  const criterion = work.renderText(token, wanted?.criterion ?? '');
  return callEffect(work, token, {
    action: 'model.check',
    input: { text, criterion, ...given({ model: wanted?.model }) },
  });
}

function judged(work: Work, token: Token, step: Ask, valid: boolean): Outcome {
  const { attempt, parsed } = token.memory as unknown as Checking;
  delete token.memory;
  if (valid) return accept(work, token, step, parsed);
  if (attempt >= step.attempts) return giveUp(work, token, step);
  return prompt(work, token, step, { text: step.reprompt ?? step.prompt, attempt: attempt + 1 });
}

function accept(work: Work, token: Token, step: Ask, { value, option }: Parsed): Outcome {
  if (step.saveTo) work.assign(token, step.saveTo, value);
  const exit = option === undefined ? undefined : `option:${option}`;
  return { exit: exit && work.compiled(token).flows(step.id, exit).length > 0 ? exit : 'next' };
}

function giveUp(work: Work, token: Token, step: Ask): Outcome {
  if (work.compiled(token).flows(step.id, 'failed').length > 0) return { exit: 'failed' };
  throw new StepFailure('no_valid_answer', `no valid answer in ${step.attempts} attempts`);
}

function stopTimer(work: Work, { step, wait }: Token): void {
  if (wait?.for === 'answer' && wait.timer !== undefined)
    work.command({ step }, { kind: 'cancel-timer', timer: wait.timer });
}

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

/** The deadline of a step's side effect, where it has one. */
export function timeoutOf(
  work: Work,
  token: Token,
  { timeout }: { timeout?: string | undefined },
): { timeoutMs?: number } {
  return timeout === undefined ? {} : { timeoutMs: durationOf(work, token, timeout) };
}
