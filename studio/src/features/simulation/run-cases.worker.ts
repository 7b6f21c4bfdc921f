import { coverageOf, runCase, type CaseFailure, type Coverage } from '@scenarium/engine';
import type { Case, Scenario } from '@scenarium/language';
import { compiledWith } from './compiled-with.ts';

/** What the worker is asked: to run cases on a draft with the scenarios it calls. */
export interface CasesRequest {
  id: number;
  scenario: Scenario;
  callees: readonly Scenario[];
  cases: { key: string; given: Case }[];
}

/** What a case went through, and what was not as expected. */
export interface CaseRun {
  failures: CaseFailure[];
  coverage: Coverage;
}

export interface CaseRan extends CaseRun {
  id: number;
  key: string;
}

addEventListener('message', ({ data: { id, scenario, callees, cases } }: MessageEvent<CasesRequest>) => {
  const compiled = compiledWith(scenario, callees);
  if (!compiled) return;
  for (const { key, given } of cases) {
    const { failures, moments } = runCase(compiled, given);
    const coverage = coverageOf(scenario, moments.at(-1)?.world.trace ?? []);
    postMessage({ id, key, failures, coverage } satisfies CaseRan);
  }
});
