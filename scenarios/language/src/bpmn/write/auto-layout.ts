import type { Scenario } from '../../document/scenario.ts';

export interface Point {
  x: number;
  y: number;
}

const COLUMN = 180;
const ROW = 130;
const LEFT = 160;
const TOP = 80;

/**
 * Positions for the steps that have none: a column for each distance from a trigger, below everything that is placed. Every second
 * column stands half a row lower, so that flows pass between its steps. Deterministic.
 */
export function autoLayout({ steps, flows, triggers, layout = {} }: Scenario): Map<string, Point> {
  const free = steps.filter(({ id }) => !Object.hasOwn(layout, id));
  const bottom = Math.max(
    TOP - ROW,
    ...steps.map(({ id }) => (Object.hasOwn(layout, id) ? (layout[id] as Point).y : TOP - ROW)),
  );
  const columns = distances(
    steps.map(({ id }) => id),
    flows,
    triggers.map(({ step }) => step),
  );
  const rows = new Map<number, number>();
  return new Map(
    free.map(({ id }) => {
      const column = columns.get(id) as number;
      const row = rows.get(column) ?? 0;
      rows.set(column, row + 1);
      return [id, { x: LEFT + column * COLUMN, y: bottom + ROW * (row + 1) + (column % 2) * (ROW / 2) }];
    }),
  );
}

/** Steps from the nearest beginning; what no trigger reaches begins anew. */
function distances(ids: string[], flows: Scenario['flows'], begins: string[]): Map<string, number> {
  const following = new Map<string, string[]>();
  for (const { from, to } of flows) {
    const known = following.get(from);
    if (known) known.push(to);
    else following.set(from, [to]);
  }
  const far = new Map<string, number>();
  const walk = (starts: string[]) => {
    const queue = starts.filter((id) => !far.has(id));
    for (const id of queue) far.set(id, 0);
    for (let at = 0; at < queue.length; at += 1) {
      const id = queue[at] as string;
      for (const next of following.get(id) ?? []) {
        if (far.has(next)) continue;
        far.set(next, (far.get(id) as number) + 1);
        queue.push(next);
      }
    }
  };
  walk(begins);
  for (const id of ids) walk([id]);
  return far;
}
