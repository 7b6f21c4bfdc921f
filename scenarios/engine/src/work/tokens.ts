import type { Token } from '../contract/run.ts';
import type { Work } from './work.ts';

/** Takes a token out of the run; what it waited for is not wanted any more. */
export function remove(work: Work, token: Token): void {
  const { tokens } = work.run;
  const at = tokens.indexOf(token);
  if (at === -1) return;
  tokens.splice(at, 1);
  stopWaiting(work, token);
}

/** Calls off what a token waits for. */
export function stopWaiting(work: Work, token: Token): void {
  const { wait } = token;
  if (!wait) return;
  delete token.wait;
  if ('timer' in wait && wait.timer !== undefined) work.command(token, { kind: 'cancel-timer', timer: wait.timer });
  if (wait.for === 'effect') work.command(token, { kind: 'cancel-effect', effect: wait.effect.id });
  if (wait.for === 'call') dropFrame(work, wait.frame);
}

/** Ends a called scenario with all its tokens. */
export function dropFrame(work: Work, frame: string): void {
  for (const token of work.run.tokens.filter((candidate) => candidate.frame === frame)) remove(work, token);
  delete work.run.frames[frame];
}
