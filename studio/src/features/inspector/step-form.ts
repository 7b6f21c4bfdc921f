import type { Problem, Step } from '@scenarium/language';
import { createContext, useContext } from 'react';
import { configureStep, valueAt, type Outcome } from '../../document/index.ts';
import { useEditor } from '../scenarios/editor.ts';

export type Path = readonly (string | number)[];

/** What the fields of a step's form share. `problems` lead from the step to the place in it. */
export interface StepFormState {
  step: Step;
  problems: readonly (Problem & { inside: Path })[];
}

export const StepFormContext = createContext<StepFormState | null>(null);

/** A place in the step whose form is shown. */
export interface StepValue<T> {
  value: T;
  readOnly: boolean;
  write(value: T | undefined): Outcome<unknown>;
}

export function useStep(): Step {
  return useStepForm().step;
}

export function useStepForm(): StepFormState {
  const form = useContext(StepFormContext);
  if (!form) throw new Error('There is no form of a step here');
  return form;
}

/** The value at a path of the step, and how to change it. */
export function useStepValue<T>(path: Path): StepValue<T> {
  const { store, readOnly } = useEditor();
  const step = useStep();
  return {
    value: valueAt(step, path) as T,
    readOnly,
    write: (value) => store.execute(configureStep({ step: step.id, path, value })),
  };
}

/** What is wrong at a path or inside of it; `exactly`: only at the path itself. */
export function useProblemsAt(path: Path, exactly = false): readonly Problem[] {
  return useStepForm().problems.filter(
    ({ inside }) =>
      (exactly ? inside.length === path.length : inside.length >= path.length) &&
      path.every((key, i) => inside[i] === key),
  );
}
