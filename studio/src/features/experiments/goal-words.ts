import type { Goal } from './experiment.ts';
import type { useTexts } from './texts.ts';

/** What counts, in words. */
export function goalWords(t: ReturnType<typeof useTexts>, goals: readonly Goal[]): string {
  return goals.map(({ kind, name }) => t(kind, { name })).join(', ');
}
