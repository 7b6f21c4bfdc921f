import { useState } from 'react';
import type { Outcome } from '../../document/index.ts';
import { inLanguage } from '../../i18n/in-language.ts';

interface Typed {
  text: string;
  /** The value of the document beside which it was typed. */
  beside: string;
  why: string;
}

/**
 * A text that is written into the document at every key. What the document refuses (an empty name, a twin) stays in the field, with
 * the reason, until the value changes elsewhere or the field is left.
 */
export function useTyped(
  value: string,
  write: (text: string) => Outcome<unknown>,
): { text: string; refusal: string | undefined; type(text: string): void; leave(): void } {
  const [typed, setTyped] = useState<Typed>();
  const current = typed?.beside === value ? typed : undefined;
  return {
    text: current?.text ?? value,
    refusal: current?.why,
    type(text) {
      const outcome = write(text);
      setTyped(outcome.ok ? undefined : { text, beside: value, why: inLanguage({ ...outcome.problem.message }) });
    },
    leave: () => setTyped(undefined),
  };
}
