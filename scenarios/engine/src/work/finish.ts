import type { FinishCommand } from '../contract/command.ts';
import type { Token } from '../contract/run.ts';
import { stopWaiting } from './tokens.ts';
import type { Work } from './work.ts';

/** Ends the run: nothing is waited for any more. */
export function finish(
  work: Work,
  at: Pick<Token, 'step'>,
  result: Pick<FinishCommand, 'status' | 'outcome' | 'error'>,
): void {
  const { run } = work;
  const tokens = run.tokens;
  run.tokens = [];
  for (const token of tokens) stopWaiting(work, token);
  run.forks = {};
  work.queue.length = 0;
  run.status = result.status;
  if (result.outcome !== undefined) run.outcome = result.outcome;
  if (result.error) run.error = result.error;
  work.command(at, { kind: 'finish', ...result });
}
