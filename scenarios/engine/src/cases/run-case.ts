import type { Case, CompiledScenario, Expectation, Json } from '@scenarium/language';
import { beginWorld } from '../world/begin-world.ts';
import type { Moment } from '../world/moments.ts';
import { play } from '../world/play.ts';
import type { Beginning, Line, World } from '../world/world.ts';
import { actsOf } from './acts-of.ts';
import { answersOf } from './answers-of.ts';

/** Something in a case that is not as expected. `turn` and `message` count from 0. */
export type CaseFailure =
  | { kind: 'count'; turn: number; expected: number; said: string[] }
  | { kind: 'message'; turn: number; message: number; expected: Expectation; said: string }
  | { kind: 'outcome'; expected: string; got: string }
  | { kind: 'variable'; name: string; expected: Json; got?: Json };

export interface CaseResult {
  name: string;
  failures: CaseFailure[];
  /** The whole play; `turns` says which moment each turn ended with. */
  moments: Moment[];
  turns: number[];
}

/** Runs a case on the engine, with a virtual clock and the case's own answers for actions. */
export function runCase(compiled: CompiledScenario, given: Case): CaseResult {
  const rules = { answer: answersOf(given.actions) };
  let world = beginWorld(compiled, beginningOf(given), rules);
  const moments: Moment[] = [{ world }];
  const turns: number[] = [];
  const failures: CaseFailure[] = [];
  let said = 0;
  for (const [i, turn] of given.turns.entries()) {
    for (const act of actsOf(turn, world)) {
      world = play(compiled, world, { act, rules });
      moments.push({ act, world });
    }
    turns.push(moments.length - 1);
    const replies = repliesOf(world.lines);
    if (turn.expect) failures.push(...compare(turn.expect, replies.slice(said), i));
    said = replies.length;
  }
  return { name: given.name, failures: [...failures, ...endsOf(world, given)], moments, turns };
}

/** How the world of a case begins. */
export function beginningOf({ at, locale, values, command, event, from, contact }: Case): Beginning {
  return {
    at: Date.parse(at),
    locale,
    values: values as Record<string, Json>,
    ...(command !== undefined && { trigger: { type: 'command' as const, command } }),
    ...(event !== undefined && { trigger: { type: 'event' as const, event } }),
    ...(from !== undefined && { from }),
    ...(contact?.name !== undefined && { contact: { name: contact.name } }),
    ...(contact?.variables && { contactVariables: contact.variables as Record<string, Json> }),
  };
}

/** What the agent said, in order. */
export function repliesOf(lines: readonly Line[]): string[] {
  return lines.flatMap((line) => (line.from === 'agent' ? [line.message.text] : []));
}

function compare(expected: readonly Expectation[], said: string[], turn: number): CaseFailure[] {
  if (expected.length !== said.length) return [{ kind: 'count', turn, expected: expected.length, said }];
  return expected.flatMap((one, message) => {
    const reply = said[message] ?? '';
    return isMet(one, reply) ? [] : [{ kind: 'message', turn, message, expected: one, said: reply }];
  });
}

function isMet(expected: Expectation, said: string): boolean {
  if ('contains' in expected) return said.includes(expected.contains);
  if ('equals' in expected) return said === expected.equals;
  return new RegExp(expected.matches, 'u').test(said);
}

function endsOf({ run }: World, { outcome, variables }: Case): CaseFailure[] {
  const failures: CaseFailure[] = [];
  if (outcome !== undefined && run.outcome !== outcome) {
    const got = run.outcome ?? `none (${run.status}${run.error ? `: ${run.error.message}` : ''})`;
    failures.push({ kind: 'outcome', expected: outcome, got });
  }
  for (const [name, expected] of Object.entries(variables) as [string, Json][]) {
    const got = run.frames['main']?.variables[name];
    if (!isSame(got, expected)) failures.push({ kind: 'variable', name, expected, ...(got !== undefined && { got }) });
  }
  return failures;
}

/** Equal as JSON, in whatever order fields are written. */
function isSame(a: Json | undefined, b: Json | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, Json>, b as Record<string, Json>];
  const names = Object.keys(left);
  return names.length === Object.keys(right).length && names.every((name) => isSame(left[name], right[name]));
}
