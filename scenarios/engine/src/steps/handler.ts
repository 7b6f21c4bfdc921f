import type { Json, Step } from '@scenarium/language';
import type { EffectError, ReceivedMessage } from '../contract/event.ts';
import type { Token, Wait } from '../contract/run.ts';
import type { Work } from '../work/work.ts';

/** What became of a step: it leaves by an exit, waits, failed, or ended the scenario. `gone`: it has dealt with its token itself. */
export type Outcome =
  { exit: string } | { wait: Wait } | { fail: EffectError } | { end: string | undefined } | { gone: true };

/** What a waiting step is told. */
export type News =
  | { kind: 'message'; message: ReceivedMessage }
  | { kind: 'timer' }
  | { kind: 'event'; data: Json }
  | { kind: 'output'; output: Json }
  | { kind: 'handed-back' };

/** How a step type is executed. Both functions may throw `StepFailure` or `ExpressionError`: the step has failed then. */
export interface StepHandler<S extends Step> {
  enter(work: Work, token: Token, step: S): Outcome;
  /** Goes on after a wait; only for types that wait. */
  resume?(work: Work, token: Token, step: S, news: News): Outcome;
  /** A side effect of the step failed; where this is missing the step has failed. `token.wait` is still what was waited for. */
  failed?(work: Work, token: Token, step: S, error: EffectError): Outcome;
}
