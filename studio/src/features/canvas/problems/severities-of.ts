import type { Problem } from '@scenarium/language';
import type { Severity } from '../project/card.ts';

const RANK: Record<Severity, number> = { error: 2, warning: 1, info: 0 };

/** The worst that is wrong with each step. */
export function severitiesOf(problems: readonly Problem[]): Map<string, Severity> {
  const worst = new Map<string, Severity>();
  for (const { severity, place } of problems) {
    if (place.step === undefined) continue;
    const known = worst.get(place.step);
    if (!known || RANK[severity] > RANK[known]) worst.set(place.step, severity);
  }
  return worst;
}
