import type { Problem, Scenario, Surroundings } from '@scenarium/language';
import { useEffect, useRef, useState } from 'react';
import type { Checked, CheckRequest } from './check.worker.ts';

/** What is checked: a document, or the text of one. */
export type Source = Scenario | string;

export interface Check {
  /** Which source was checked. */
  of: Source | null;
  scenario: Scenario | null;
  problems: readonly Problem[];
}

const PAUSE_MS = 250;

/** Checks a document or a text in a worker, soon after it changed: nobody is ever held up. */
export function useCheck(source: Source, surroundings: Surroundings): Check {
  const [check, setCheck] = useState<Check>({ of: null, scenario: null, problems: [] });
  const worker = useRef<Worker>(null);
  const count = useRef(0);
  useEffect(() => {
    const made = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' });
    worker.current = made;
    return () => made.terminate();
  }, []);
  useEffect(() => {
    const id = (count.current += 1);
    const take = ({ data }: MessageEvent<Checked>): void => {
      if (data.id !== id) return;
      // A document stays the very object it is, so that views know what did not change.
      setCheck({ of: source, scenario: typeof source === 'string' ? data.scenario : source, problems: data.problems });
    };
    const target = worker.current;
    target?.addEventListener('message', take);
    const timer = setTimeout(() => target?.postMessage({ id, source, surroundings } satisfies CheckRequest), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      target?.removeEventListener('message', take);
    };
  }, [source, surroundings]);
  return check;
}
