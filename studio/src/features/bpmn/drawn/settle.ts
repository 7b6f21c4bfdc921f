import type { Scenario } from '@scenarium/language';
import { isSame, type Positions } from '../../../document/index.ts';

/**
 * A drawing that was read back, made the document that its author means: it keeps its id, nothing stays of what was removed, and once
 * somebody has arranged anything the rest stays where it was seen. `seen`: where the steps stand in the drawing.
 */
export function settle(before: Scenario, drawn: Scenario, seen: Positions): Scenario {
  const layout = layoutOf(before, drawn, seen);
  const { layout: _, ...rest } = drawn;
  return { ...rest, id: before.id, ...(layout && { layout }) };
}

function layoutOf(before: Scenario, drawn: Scenario, seen: Positions): Scenario['layout'] {
  const layout: Record<string, { x: number; y: number }> = {};
  for (const [id, { x, y }] of Object.entries(drawn.layout ?? {}))
    if (!isGone(id, before, drawn)) layout[id] = { x: Math.round(x), y: Math.round(y) };
  const arranged = isArranged(before, drawn, layout);
  for (const { id } of drawn.steps) {
    const place = seen[id];
    if (layout[id] || !place) continue;
    if (arranged || before.layout?.[id]) layout[id] = { x: Math.round(place.x), y: Math.round(place.y) };
  }
  return Object.keys(layout).length === 0 && before.layout === undefined ? undefined : layout;
}

/** An entry of something that was there before and is no more; entries of nothing at all are left alone. */
function isGone(id: string, before: Scenario, drawn: Scenario): boolean {
  const has = ({ steps, triggers }: Scenario): boolean => [...steps, ...triggers].some((thing) => thing.id === id);
  return has(before) && !has(drawn);
}

function isArranged(before: Scenario, drawn: Scenario, layout: Positions): boolean {
  const ids = ({ steps }: Scenario): string[] => steps.map(({ id }) => id);
  return !isSame(ids(before), ids(drawn)) || Object.keys(layout).some((id) => !isSame(before.layout?.[id], layout[id]));
}
