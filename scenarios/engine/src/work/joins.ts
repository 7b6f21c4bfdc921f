import type { Run, Token } from '../contract/run.ts';
import { follow } from './follow.ts';
import { remove } from './tokens.ts';
import type { Work } from './work.ts';

/** Joins branches that have all arrived; true when something moved. Forks that nobody is in any more are forgotten. */
export function settleJoins(work: Work): boolean {
  const open = Object.entries(work.run.forks);
  if (open.length === 0) return false;
  const { arrived, underWay } = progressOf(work.run);
  const alive = open.filter(([fork]) => arrived.has(fork) || underWay.has(fork));
  if (alive.length < open.length) work.run.forks = Object.fromEntries(alive);
  const [ready] = alive.find(([fork]) => !underWay.has(fork)) ?? [];
  if (ready === undefined) return false;
  join(work, arrived.get(ready) as Token);
  return true;
}

/**
 * Forks with the first token that waits at their join, and forks in which something is still to arrive. Who is in a called scenario needs
 * no look: its caller is in the same forks.
 */
function progressOf({ tokens, forks }: Run): { arrived: Map<string, Token>; underWay: Set<string> } {
  const arrived = new Map<string, Token>();
  const underWay = new Set<string>();
  for (const token of tokens) {
    let at = token.fork;
    if (at !== undefined && token.wait?.for === 'join') {
      if (!arrived.has(at)) arrived.set(at, token);
      at = forks[at]?.parent;
    }
    for (; at !== undefined && !underWay.has(at); at = forks[at]?.parent) underWay.add(at);
  }
  return { arrived, underWay };
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
