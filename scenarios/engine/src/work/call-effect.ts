import type { CallEffectCommand } from '../contract/command.ts';
import type { Token, Wait } from '../contract/run.ts';
import type { Work } from './work.ts';

/** Asks for a side effect and gives the wait for its answer. */
export function callEffect(
  work: Work,
  token: Token,
  effect: Omit<CallEffectCommand, 'id' | 'step' | 'kind'>,
): { wait: Wait } {
  work.command(token, { kind: 'call-effect', ...effect });
  return { wait: { for: 'effect', effect: work.commands.at(-1) as CallEffectCommand } };
}
