import { configureStep } from './configure-step.ts';
import type { Command } from './command.ts';
import { done } from './command.ts';

/** Gives a step a name to show; an empty one takes it away. */
export function renameStep(input: { step: string; name: string }): Command {
  const { step, name } = input;
  const change = configureStep({ step, path: ['name'], value: name.trim() === '' ? undefined : name });
  return {
    ...change,
    name: 'step.rename',
    run(document) {
      const outcome = change.run(document);
      return outcome.ok ? done() : outcome;
    },
  };
}
