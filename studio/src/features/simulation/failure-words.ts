import type { CaseFailure } from '@scenarium/engine';
import type { Expectation } from '@scenarium/language';
import type { useTexts } from './texts.ts';

type Translate = ReturnType<typeof useTexts>;

/** What is not as a case expects, in one line. */
export function failureWords(failure: CaseFailure, t: Translate): string {
  switch (failure.kind) {
    case 'count':
      return t('wrongCount', { turn: failure.turn + 1, expected: failure.expected, got: failure.said.length });
    case 'message':
      return t('wrongMessage', {
        turn: failure.turn + 1,
        expected: expectedText(failure.expected),
        got: failure.said,
      });
    case 'outcome':
      return t('wrongOutcome', { expected: failure.expected, got: failure.got });
    case 'variable':
      return t('wrongVariable', {
        name: failure.name,
        expected: JSON.stringify(failure.expected),
        got: JSON.stringify(failure.got ?? null),
      });
  }
}

export function expectedText(expected: Expectation): string {
  if ('contains' in expected) return expected.contains;
  return 'equals' in expected ? expected.equals : expected.matches;
}
