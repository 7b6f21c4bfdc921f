import type { Token } from '../contract/run.ts';
import { follow } from './follow.ts';
import { remove } from './tokens.ts';
import type { Work } from './work.ts';

/** Joins branches that have all arrived; true when something moved. Forks that nobody is in any more are forgotten. */
export function settleJoins(work: Work): boolean {
  const forks = Object.keys(work.run.forks);
  if (forks.length === 0) return false;
  for (const fork of forks) {
    const inside = work.run.tokens.filter((token) => isInside(work, token, fork));
    const [first] = inside;
    if (!first) {
      const { [fork]: _, ...others } = work.run.forks;
      work.run.forks = others;
    } else if (inside.every(({ wait, fork: own }) => wait?.for === 'join' && own === fork)) {
      join(work, first);
      return true;
    }
  }
  return false;
}

/** Goes on behind a join with one token; all others of its fork end. */
export function join(work: Work, token: Token): void {
  const { fork } = token;
  if (fork !== undefined) {
    const { [fork]: joined, ...others } = work.run.forks;
    for (const other of work.run.tokens.filter((candidate) => candidate !== token && isInside(work, candidate, fork)))
      remove(work, other);
    work.run.forks = others;
    if (joined?.parent === undefined) delete token.fork;
    else token.fork = joined.parent;
  }
  const [flow] = work.compiled(token).flows(token.step, 'next');
  if (flow) follow(work, token, { exit: 'next', flow: flow.id, to: flow.to });
  else remove(work, token);
}

function isInside(work: Work, token: Token, fork: string): boolean {
  for (let at = token.fork; at !== undefined; at = work.run.forks[at]?.parent) if (at === fork) return true;
  const caller = work.run.tokens.find(({ wait }) => wait?.for === 'call' && wait.frame === token.frame);
  return token.fork === undefined && caller !== undefined && isInside(work, caller, fork);
}
