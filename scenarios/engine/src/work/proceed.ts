import { ExpressionError } from '@scenarium/language';
import type { EffectError } from '../contract/event.ts';
import type { Token } from '../contract/run.ts';
import { handlerOf } from '../steps/index.ts';
import type { Outcome } from '../steps/handler.ts';
import { finish } from './finish.ts';
import { follow } from './follow.ts';
import { settleJoins } from './joins.ts';
import { StepFailure } from './step-failure.ts';
import { dropFrame, remove } from './tokens.ts';
import type { Work } from './work.ts';

/** Executes steps until every token waits or is gone, or one is held. */
export function proceed(work: Work): void {
  for (;;) {
    const [next] = work.queue;
    if (next && work.run.tokens.includes(next) && work.isHeld(next)) return;
    const token = work.queue.shift();
    if (token) enter(work, token);
    else if (!settleJoins(work)) break;
  }
  settleFrames(work);
}

/** Goes on with a token whose step has come to an outcome. `decide` may throw: the step has failed then. */
export function conclude(work: Work, token: Token, decide: () => Outcome): void {
  let outcome: Outcome;
  try {
    outcome = decide();
  } catch (error) {
    if (!(error instanceof StepFailure || error instanceof ExpressionError)) throw error;
    return fail(work, token, { code: error.code, message: error.message });
  }
  if ('wait' in outcome) {
    token.wait = outcome.wait;
    work.note(token, 'waiting', { detail: outcome.wait.for });
  } else if ('exit' in outcome) leave(work, token, outcome.exit);
  else if ('fail' in outcome) fail(work, token, outcome.fail);
  else if ('end' in outcome) end(work, token, outcome.end);
}

function enter(work: Work, token: Token): void {
  if (!work.run.tokens.includes(token)) return;
  const step = work.compiled(token).step(token.step);
  if (!step) return fail(work, token, { code: 'unknown_step', message: `there is no step “${token.step}”` });
  work.run.counters.steps += 1;
  work.executed += 1;
  const most = work.compiled(token).scenario.limits.stepsPerTurn;
  if (work.executed > most) {
    const message = `more than ${most} steps without waiting for anything`;
    return failRun(work, token, { code: 'loop_limit', message });
  }
  work.note(token, 'entered');
  conclude(work, token, () => handlerOf(step).enter(work, token, step));
}

function leave(work: Work, token: Token, exit: string): void {
  delete token.wait;
  delete token.memory;
  const flows = work.compiled(token).flows(token.step, exit);
  if (flows.length === 0) {
    work.note(token, 'left', { exit });
    return remove(work, token);
  }
  const [flow] = flows;
  if (flow) follow(work, token, { exit, flow: flow.id, to: flow.to });
}

function fail(work: Work, token: Token, error: EffectError): void {
  work.note(token, 'failed', { detail: { ...error } });
  const compiled = work.compiled(token);
  const taken = compiled.flows(token.step, 'error').length > 0;
  const { fallback } = compiled.scenario;
  if (!taken && (fallback === undefined || work.run.fellBack)) return failFrame(work, token, error);
  work.run.lastError = { ...error, step: token.step };
  work.forgetBindings();
  if (taken) return leave(work, token, 'error');
  work.run.fellBack = true;
  delete token.wait;
  delete token.memory;
  token.step = fallback as string;
  work.queue.push(token);
}

/** A called scenario that fails is a failure of the call. */
function failFrame(work: Work, token: Token, error: EffectError): void {
  const caller = work.run.tokens.find(({ wait }) => wait?.for === 'call' && wait.frame === token.frame);
  if (!caller) return failRun(work, token, error);
  dropFrame(work, token.frame);
  delete caller.wait;
  fail(work, caller, error);
}

function failRun(work: Work, token: Token, error: EffectError): void {
  if (error.code === 'loop_limit') work.note(token, 'failed', { detail: { ...error } });
  finish(work, token, { status: 'failed', error });
}

function end(work: Work, token: Token, outcome: string | undefined): void {
  work.note(token, 'left', { exit: 'end', ...(outcome !== undefined && { detail: outcome }) });
  const caller = work.run.tokens.find(({ wait }) => wait?.for === 'call' && wait.frame === token.frame);
  if (!caller) return finish(work, token, { status: 'done', ...(outcome !== undefined && { outcome }) });
  giveBack(work, caller, outcome);
}

/** A called scenario returns: its values go where the call step says. */
function giveBack(work: Work, caller: Token, outcome: string | undefined): void {
  const frame = caller.wait?.for === 'call' ? caller.wait.frame : '';
  const values = work.run.frames[frame]?.variables ?? {};
  dropFrame(work, frame);
  const step = work.compiled(caller).step(caller.step);
  conclude(work, caller, () => {
    if (step?.type === 'call') {
      for (const [here, there] of Object.entries(step.outputs)) work.assign(caller, here, values[there] ?? null);
      if (step.saveOutcome) work.assign(caller, step.saveOutcome, outcome ?? null);
    }
    return { exit: 'next' };
  });
}

/** Scenarios in which no token is left are over. */
function settleFrames(work: Work): void {
  if (work.run.status !== 'waiting') return;
  const called = work.run.tokens.find(
    ({ wait }) => wait?.for === 'call' && !work.run.tokens.some(({ frame }) => frame === wait.frame),
  );
  if (called) {
    giveBack(work, called, undefined);
    return proceed(work);
  }
  if (work.run.tokens.length === 0) finish(work, { step: 'end' }, { status: 'done' });
}
