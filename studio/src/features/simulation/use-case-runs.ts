import type { Case, Scenario } from '@scenarium/language';
import { useEffect, useRef, useState } from 'react';
import type { CaseRan, CaseRun, CasesRequest } from './run-cases.worker.ts';

export type CaseRuns = Readonly<Record<string, CaseRun>>;

/** Runs cases in a worker, so that nobody is held up. Results of an older draft are forgotten. */
export function useCaseRuns(
  scenario: Scenario | null,
  callees: readonly Scenario[],
): {
  runs: CaseRuns;
  run(cases: { key: string; given: Case }[]): void;
} {
  const [runs, setRuns] = useState<CaseRuns>({});
  const worker = useRef<Worker>(null);
  const count = useRef(0);
  useEffect(() => {
    const made = new Worker(new URL('./run-cases.worker.ts', import.meta.url), { type: 'module' });
    made.addEventListener('message', ({ data: { id, key, ...ran } }: MessageEvent<CaseRan>) => {
      if (id === count.current) setRuns((before) => ({ ...before, [key]: ran }));
    });
    worker.current = made;
    return () => made.terminate();
  }, []);
  useEffect(() => {
    count.current += 1;
    setRuns({});
  }, [scenario, callees]);
  return {
    runs,
    run(cases) {
      if (scenario) worker.current?.postMessage({ id: count.current, scenario, callees, cases } satisfies CasesRequest);
    },
  };
}
