import { useEffect } from 'react';
import { useRead } from '../../api/use-read.ts';
import type { OverlayStore } from '../scenarios/overlay.ts';
import { topicOf, type Discussion } from './discussion.ts';

const EVERY_MS = 30_000;

/** Shows how many threads are open, at steps and in all. */
export function useThreadCounts({ scenario, open }: Discussion, overlay: OverlayStore): void {
  const input = { params: { id: scenario } };
  const { data } = useRead('countThreads', input, { live: topicOf(scenario), every: EVERY_MS });
  useEffect(() => {
    const steps = data?.steps ?? [];
    const ofSteps = steps.flatMap(({ step, threads }) => (step === null ? [] : [[step, threads] as const]));
    overlay.show({ threads: new Map(ofSteps) });
    open.set(steps.reduce((sum, { threads }) => sum + threads, 0));
  }, [data]);
}
