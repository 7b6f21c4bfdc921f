import { parseDuration, type ActionAnswer, type Case, type Json } from '@scenarium/language';
import type { CallEffectCommand } from '../contract/command.ts';
import type { Rules, SimulatedAnswer } from '../world/world.ts';

/** Answers actions as a case says: the n-th call of an action by its n-th answer, the last one stays. */
export function answersOf(actions: Case['actions']): Rules['answer'] {
  return ({ id, action }, { commands }) => {
    const list = actions[action] ?? [];
    const calls = commands.filter(
      (one): one is CallEffectCommand => one.kind === 'call-effect' && one.action === action,
    );
    const given = list[calls.findIndex((one) => one.id === id)] ?? list.at(-1);
    return given
      ? simulated(given)
      : { error: { code: 'not_mocked', message: `the case has no answer for ${action}` } };
  };
}

function simulated({ after, ...given }: ActionAnswer): SimulatedAnswer {
  const answer = 'error' in given ? { error: given.error } : { output: given.output as Json };
  return after === undefined ? answer : { ...answer, afterMs: parseDuration(after) ?? 0 };
}
