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
  const stood: { x: number; bottom: number }[] = [];
  const within = (value: number): number => Math.max(-farest, Math.min(farest, value));
  const fromTheTop = [...areas].sort(([a], [b]) => a.y - b.y);
  for (const [area, inside] of fromTheTop) {
    const height = inside.reduce((sum, id) => sum + (heights.get(id) ?? 0) + GAP, 0);
    const x = within(area.x);
    let top = within(area.y);
    for (const other of stood) if (Math.abs(other.x - x) < WIDTH && other.bottom > top) top = other.bottom;
    stood.push({ x, bottom: top + height });
    let y = top;
    for (const id of inside) {
      layout[id] = { x, y };
      y += (heights.get(id) ?? 0) + GAP;
    }
  }
  return layout;
}
