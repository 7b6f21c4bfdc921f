import type { Problem, Step } from '@scenarium/language';
import { useMemo, type ComponentType } from 'react';
import { useShown } from '../scenarios/shown.ts';
import { usePart } from './document-hooks.ts';
import { Exits } from './exits/Exits.tsx';
import { ProblemLine } from './fields/FieldRow.tsx';
import { forms } from './forms/index.ts';
import { LocaleBar } from './messages/LocaleBar.tsx';
import { isOfExpression } from './model/expression-problems.ts';
import { StepHead } from './StepHead.tsx';
import { StepFormContext, useStep, type StepFormState } from './step-form.ts';

/** The form of one step. Its fields follow the document by themselves, so that typing in one does not draw all. */
export function StepForm({ id }: { id: string }) {
  const isThere = usePart((index) => index.step(id) !== undefined);
  const { problems } = useShown();
  const state = useMemo((): StepFormState => ({ id, problems: inside(id, problems) }), [id, problems]);
  if (!isThere) return null;
  const general = problems.filter((problem) => problem.place.step === id && isGeneral(problem));
  return (
    <StepFormContext value={state}>
      <form className="inspector fields" onSubmit={(event) => event.preventDefault()}>
        <StepHead id={id} />
        {general.map((problem, i) => (
          <ProblemLine key={i} problem={problem} />
        ))}
        <LocaleBar />
        <StepBody />
        <Exits />
      </form>
    </StepFormContext>
  );
}

function StepBody() {
  const step = useStep();
  const Form = forms[step.type] as ComponentType<{ step: Step }>;
  return <Form step={step} />;
}

/** Problems of fields, by their place in the step. */
function inside(id: string, problems: readonly Problem[]): StepFormState['problems'] {
  return problems
    .filter(({ place }) => place.step === id && isInside(place.path))
    .map((problem) => ({ ...problem, inside: problem.place.path.slice(2) }));
}

function isInside(path: readonly (string | number)[]): boolean {
  return path[0] === 'steps' && path.length > 2;
}

/** Is it shown at the head of the form? What is wrong with an exit or a condition is shown there. */
function isGeneral({ code, place }: Problem): boolean {
  const isCondition = place.path[0] === 'flows' && isOfExpression(code);
  return code !== 'missing_exit' && !isCondition && !isInside(place.path);
}
