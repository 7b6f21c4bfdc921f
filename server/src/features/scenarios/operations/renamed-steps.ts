import type { Scenario } from '@scenarium/language';

/** New ids of steps by those they had. */
export type RenamedSteps = ReadonlyMap<string, string>;

/** Steps that another draft has under another id: gone under the one, and there, just the same, under the other alone. */
export function renamedSteps(before: Scenario, after: Scenario): RenamedSteps {
  const gone = stepsNotIn(before, after);
  const come = stepsNotIn(after, before);
  const renamed = [...gone].flatMap(([step, [from, ...twins]]) => {
    const [to, ...others] = come.get(step) ?? [];
    const isCertain = from !== undefined && to !== undefined && twins.length === 0 && others.length === 0;
    return isCertain ? [[from, to] as const] : [];
  });
  return new Map(renamed);
}

/** Ids of the steps whose ids the other draft has not, by what the steps are apart from their ids. */
function stepsNotIn({ steps }: Scenario, other: Scenario): ReadonlyMap<string, string[]> {
  const known = new Set(other.steps.map(({ id }) => id));
  const own = steps.filter(({ id }) => !known.has(id));
  return new Map(
    [...Map.groupBy(own, (step) => JSON.stringify({ ...step, id: '' }))].map(([step, all]) => [
      step,
      all.map(({ id }) => id),
    ]),
  );
}
