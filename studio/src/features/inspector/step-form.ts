import type { Problem, Step } from '@scenarium/language';
import { createContext, useContext, useMemo } from 'react';
import { configureStep, isSame, valueAt, type DocumentIndex, type Outcome } from '../../document/index.ts';
import { useEditor } from '../scenarios/editor.ts';
import { usePart } from './document-hooks.ts';

export type Path = readonly (string | number)[];

/** What the fields of a step's form share. `problems` lead from the step to the place in it. */
export interface StepFormState {
  id: string;
  problems: readonly (Problem & { inside: Path })[];
}

export const StepFormContext = createContext<StepFormState | null>(null);

/** A place in the step whose form is shown. */
export interface StepValue<T> {
  value: T;
  readOnly: boolean;
  write(value: T | undefined): Outcome<unknown>;
}

function useStepForm(): StepFormState {
  const form = useContext(StepFormContext);
  if (!form) throw new Error('There is no form of a step here');
  return form;
}

export function useStepId(): string {
  return useStepForm().id;
}

/** The step whose form is shown. Its name, which only the head of the form shows, may be an older one: typing it draws nothing else. */
export function useStep(): Step {
  const id = useStepId();
  const select = useMemo(() => {
    let known: Step | undefined;
    return (index: DocumentIndex): Step | undefined => {
      const step = index.step(id);
      if (!known || !step || !isRenamed(known, step)) known = step;
      return known;
    };
  }, [id]);
  return usePart(select) as Step;
}

/** Does nothing but the name differ? */
function isRenamed(before: Step, after: Step): boolean {
  return isSame({ ...before, name: undefined }, { ...after, name: undefined });
}

/** The value at a path of the step, and how to change it. */
export function useStepValue<T>(path: Path): StepValue<T> {
  const { store, readOnly } = useEditor();
  const step = useStepId();
  return {
    value: usePart((index) => valueAt(index.step(step), path)) as T,
    readOnly,
    write: (value) => store.execute(configureStep({ step, path, value })),
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
