import type { Problem, Scenario, Surroundings } from '@scenarium/language';
import { useEffect, useRef, useState } from 'react';
import type { DocumentStore } from '../../document/index.ts';
import type { Checked, CheckRequest } from './check.worker.ts';

export interface Check {
  /** What was checked; null where a text is no scenario. */
  scenario: Scenario | null;
  problems: readonly Problem[];
}

const PAUSE_MS = 250;

/**
 * Checks the document, or what was typed as the text of one, in a worker, soon after it changed: nobody is ever held up. `checking`:
 * what is there now is not checked yet.
 */
export function useCheck(
  { store, typed }: { store: DocumentStore; typed: string | null },
  surroundings: Surroundings,
): { check: Check; checking: boolean } {
  const [check, setCheck] = useState<Check>({ scenario: null, problems: [] });
  const [checking, setChecking] = useState(true);
  const worker = useRef<Worker>(null);
  const count = useRef(0);
  useEffect(() => {
    const made = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' });
    worker.current = made;
    return () => made.terminate();
  }, []);
  useEffect(() => {
    const target = worker.current;
    let source: Scenario | string | undefined;
    let timer: ReturnType<typeof setTimeout>;
    const ask = (): void => {
      const now = typed ?? store.get();
      if (now === source) return;
      source = now;
      setChecking(true);
      clearTimeout(timer);
      const id = (count.current += 1);
      timer = setTimeout(() => target?.postMessage({ id, source: now, surroundings } satisfies CheckRequest), PAUSE_MS);
    };
    const take = ({ data }: MessageEvent<Checked>): void => {
      if (data.id !== count.current || source === undefined) return;
      // A document stays the very object it is, so that views know what did not change.
      setCheck({ scenario: typeof source === 'string' ? data.scenario : source, problems: data.problems });
      setChecking(false);
    };
    target?.addEventListener('message', take);
    const leave = store.subscribe(ask);
    ask();
    return () => {
      clearTimeout(timer);
      leave();
      target?.removeEventListener('message', take);
    };
  }, [store, typed, surroundings]);
  return { check, checking };
}
