import type { Problem } from '@scenarium/language';
import { useId, type ReactNode } from 'react';
import { inLanguage } from '../../../i18n/in-language.ts';

interface FieldRowProps {
  label: string;
  help?: string | undefined;
  problems?: readonly Problem[] | undefined;
  refusal?: string | undefined;
  /** What stands at the right of the label. */
  extra?: ReactNode;
  children: ReactNode | ((id: string) => ReactNode);
}

/** A field with its label, a short help and what is wrong with it. */
export function FieldRow({ label, help, problems = [], refusal, extra, children }: FieldRowProps) {
  const id = useId();
  return (
    <div className={`field${problems.some(({ severity }) => severity === 'error') || refusal ? ' has-error' : ''}`}>
      <div className="field-head">
        <label htmlFor={id}>{label}</label>
        {extra}
      </div>
      {typeof children === 'function' ? children(id) : children}
      {refusal && (
        <p className="field-problem is-error" role="alert">
          {refusal}
        </p>
      )}
      {problems.map((problem, i) => (
        <ProblemLine key={i} problem={problem} />
      ))}
      {help && <p className="field-help">{help}</p>}
    </div>
  );
}

/** What is wrong, and what to do about it. */
export function ProblemLine({ problem: { severity, message, hint } }: { problem: Problem }) {
  return (
    <p className={`field-problem is-${severity}`}>
      {sentence(inLanguage({ ...message }))} {sentence(inLanguage({ ...hint }))}
    </p>
  );
}

function sentence(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}
