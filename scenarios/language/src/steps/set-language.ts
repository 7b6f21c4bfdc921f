import { z } from 'zod';
import { Template } from '../document/names.ts';
import { stepBase, type StepDefinition } from './definition.ts';

/** Switches the run's language. A locale the scenario does not have falls back to the nearest it has. */
export const SetLanguageStep = z.strictObject({ ...stepBase, type: z.literal('set-language'), locale: Template });
export type SetLanguageStep = z.infer<typeof SetLanguageStep>;

export const setLanguage: StepDefinition<SetLanguageStep> = {
  schema: SetLanguageStep,
  waits: false,
  canFail: true,
  exits: () => [
    { name: 'next', required: true },
    { name: 'error', required: false },
  ],
  templates: (step) => [{ path: ['locale'], value: step.locale }],
};
