import type { Problem, Scenario, Surroundings } from '@scenarium/language';
import { useEffect, useRef, useState } from 'react';
import type { Checked, CheckRequest } from './check.worker.ts';

export interface Check {
  /** Which text was checked. */
  text: string | null;
  scenario: Scenario | null;
  problems: readonly Problem[];
}

const PAUSE_MS = 250;

/** Checks a text in a worker, soon after it changed: typing is never held up. */
export function useCheck(text: string, surroundings: Surroundings): Check {
  const [check, setCheck] = useState<Check>({ text: null, scenario: null, problems: [] });
  const worker = useRef<Worker>(null);
  useEffect(() => {
    const made = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' });
    worker.current = made;
    return () => made.terminate();
  }, []);
  useEffect(() => {
    const id = Date.now();
    const take = ({ data }: MessageEvent<Checked>): void => {
      if (data.id === id) setCheck({ text, scenario: data.scenario, problems: data.problems });
    };
    const target = worker.current;
    target?.addEventListener('message', take);
    const timer = setTimeout(() => target?.postMessage({ id, text, surroundings } satisfies CheckRequest), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      target?.removeEventListener('message', take);
    };
  }, [text, surroundings]);
  return check;
}
