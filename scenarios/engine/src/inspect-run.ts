import type { CallEffectCommand } from './contract/command.ts';
import type { Run } from './contract/run.ts';

/** Side effects a run waits for. */
export function pendingEffects({ tokens }: Run): CallEffectCommand[] {
  return tokens.flatMap(({ wait }) => (wait?.for === 'effect' ? [wait.effect] : []));
}

/** Events a run waits for. */
export function subscriptions({ tokens }: Run): { name: string; key?: string }[] {
  return tokens.flatMap(({ wait }) =>
    wait?.for === 'event' ? [{ name: wait.name, ...(wait.key !== undefined && { key: wait.key }) }] : [],
  );
}

/** Is a person asked for an answer? */
export function isAsking({ tokens }: Run): boolean {
  return tokens.some(({ wait }) => wait?.for === 'answer');
}
