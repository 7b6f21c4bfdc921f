import type { Cases } from '../../cases/index.ts';
import type { TemplateCase } from '../model.ts';

/** Gives a scenario the dialogues that prove its template. */
export async function saveCases(
  cases: Cases,
  place: { tenant: string; scenario: string },
  given: readonly TemplateCase[],
): Promise<void> {
  await Promise.all(given.map(({ key, given: one }) => cases.save({ ...place, key }, one)));
}
