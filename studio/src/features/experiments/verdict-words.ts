import type { Results } from './experiment.ts';
import { points } from './numbers.ts';
import type { useTexts } from './texts.ts';

/** The verdict in plain words. */
export function verdictWords(
  t: ReturnType<typeof useTexts>,
  { variants, verdict }: Results,
  minimalEffect: number,
): string {
  const [first] = variants;
  if (verdict.kind === 'no-difference') return t('noDifference', { effect: points(minimalEffect, false) });
  if (verdict.kind === 'better') {
    const winner = variants.find(({ id }) => id === verdict.variant);
    const [low = 0, high = 0] = winner?.comparison?.alwaysInterval ?? [];
    if (!winner?.comparison) return t('best', { winner: winner?.name ?? '' });
    const other = first?.name ?? '';
    return t('better', { winner: winner.name, other, low: points(low, false), high: points(high, false) });
  }
  if (variants.some(({ contacts }) => contacts < verdict.fewest)) return t('tooEarly', { fewest: verdict.fewest });
  return verdict.more === null ? t('open') : t('openMore', { count: roughly(verdict.more) });
}

/** Two leading digits: more would promise what nobody knows. */
function roughly(value: number): number {
  return Number(value.toPrecision(2));
}
