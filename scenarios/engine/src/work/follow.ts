import type { Token } from '../contract/run.ts';
import type { Work } from './work.ts';

/** Moves a token along a flow; it enters the step there in its turn. */
export function follow(work: Work, token: Token, { exit, flow, to }: { exit: string; flow: string; to: string }): void {
  delete token.wait;
  work.note(token, 'left', { exit, flow });
  token.step = to;
  work.queue.push(token);
}
