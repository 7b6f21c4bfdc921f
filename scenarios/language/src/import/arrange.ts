/** A part of the source's drawing whose steps stand under one another. */
export interface Area {
  readonly x: number;
  readonly y: number;
}

type Layout = Record<string, { x: number; y: number }>;

const WIDTH = 300;
const GAP = 40;

/** Where every step stands: areas as the source drew them, moved down where they would lie over one another. */
export function arrange(
  areas: ReadonlyMap<Area, readonly string[]>,
  heights: ReadonlyMap<string, number>,
  farest: number,
): Layout {
  const layout: Layout = {};
  const columns = new Map<number, { x: number; top: number; bottom: number }[]>();
  const within = (value: number): number => Math.max(-farest, Math.min(farest, value));
  const inOrder = [...areas].sort(([a], [b]) => a.y - b.y);
  for (const [area, inside] of inOrder) {
    const height = inside.reduce((sum, id) => sum + (heights.get(id) ?? 0) + GAP, 0);
    const x = within(area.x);
    const column = Math.floor(x / WIDTH);
    const near = [column - 1, column, column + 1].flatMap((key) => columns.get(key) ?? []);
    let top = within(area.y);
    for (const other of near.sort((a, b) => a.top - b.top)) {
      if (Math.abs(other.x - x) < WIDTH && top < other.bottom && top + height > other.top) top = other.bottom;
    }
    columns.set(column, [...(columns.get(column) ?? []), { x, top, bottom: top + height }]);
    let y = top;
    for (const id of inside) {
      layout[id] = { x, y };
      y += (heights.get(id) ?? 0) + GAP;
    }
  }
  return layout;
}
