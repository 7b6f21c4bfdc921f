import type { Scenario } from '@scenarium/language';
import { isSame, type Point, type Positions } from '../../../document/index.ts';

/**
 * A drawing that was read back, made the document that its author means: what cannot be drawn is as it was, what new steps need comes
 * with them, nothing stays of what was removed, and once somebody has arranged anything the rest stays where it was seen. `seen`:
 * where the steps stand in the drawing.
 */
export function settle(before: Scenario, drawn: Scenario, seen: Positions): Scenario {
  const { layout: _, notes: _notes, fallback: _fallback, ...head } = before;
  const layout = layoutOf(before, drawn, seen);
  const { fallback } = drawn;
  return {
    ...head,
    variables: { ...drawn.variables, ...before.variables },
    triggers: drawn.triggers,
    steps: drawn.steps,
    flows: withOpenWays(before, drawn.flows),
    messages: withTexts(before, drawn),
    ...(fallback !== undefined && { fallback }),
    ...(layout && { layout }),
    ...(drawn.notes && { notes: inOrder(drawn.notes, before.notes ?? []) }),
  };
}

/** The condition of a flow that was only just drawn is still to be written: until then it is open, as everywhere in the editor. */
function withOpenWays(before: Scenario, flows: Scenario['flows']): Scenario['flows'] {
  const known = new Set(before.flows.map(({ id }) => id));
  return flows.map(({ when, ...flow }) =>
    when === undefined || (when === 'false' && !known.has(flow.id)) ? flow : { ...flow, when },
  );
}

/** Texts of new steps are empty: nobody has written them yet. */
function withTexts({ messages, locales }: Scenario, drawn: Scenario): Scenario['messages'] {
  const known = new Set(Object.values(messages).flatMap((texts) => Object.keys(texts)));
  const missing = Object.values(drawn.messages)
    .flatMap((texts) => Object.keys(texts))
    .filter((id) => !known.has(id));
  if (missing.length === 0) return messages;
  const first = locales[0] as string;
  return { ...messages, [first]: { ...messages[first], ...Object.fromEntries(missing.map((id) => [id, ''])) } };
}

function inOrder<T extends { id: string }>(drawn: readonly T[], before: readonly T[]): T[] {
  const position = new Map(before.map(({ id }, i) => [id, i]));
  return drawn.toSorted((a, b) => (position.get(a.id) ?? Infinity) - (position.get(b.id) ?? Infinity) || 0);
}

function layoutOf(before: Scenario, drawn: Scenario, seen: Positions): Scenario['layout'] {
  const layout: Record<string, Point> = {};
  for (const [id, { x, y }] of Object.entries(drawn.layout ?? {}))
    if (!isGone(id, before, drawn)) layout[id] = isSame(before.layout?.[id], { x, y }) ? { x, y } : rounded({ x, y });
  const arranged = isArranged(before, drawn, layout);
  for (const { id } of drawn.steps) {
    const place = seen[id];
    if (layout[id] || !place) continue;
    if (arranged || before.layout?.[id]) layout[id] = rounded(place);
  }
  return Object.keys(layout).length === 0 && before.layout === undefined ? undefined : layout;
}

const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });

/** An entry of something that was there before and is no more; entries of nothing at all are left alone. */
function isGone(id: string, before: Scenario, drawn: Scenario): boolean {
  const has = ({ steps, triggers }: Scenario): boolean => [...steps, ...triggers].some((thing) => thing.id === id);
  return has(before) && !has(drawn);
}

function isArranged(before: Scenario, drawn: Scenario, layout: Positions): boolean {
  const ids = ({ steps }: Scenario): string[] => steps.map(({ id }) => id);
  return !isSame(ids(before), ids(drawn)) || Object.keys(layout).some((id) => !isSame(before.layout?.[id], layout[id]));
}
