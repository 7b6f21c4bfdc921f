import type { Box, Point } from '../../../document/index.ts';

const REACH = 6;

/** Lines along which a dragged card lies with others, and where it is drawn to by them. */
export interface Guides {
  position: Point;
  vertical?: number;
  horizontal?: number;
}

/** Draws a card to the edges and middles of others that are near, in each direction on its own. */
export function guidesFor(box: Box, others: readonly Box[]): Guides {
  const across = nearest(
    linesOf(box.x, box.width),
    others.flatMap(({ id, x, width }) => (id === box.id ? [] : linesOf(x, width))),
  );
  const down = nearest(
    linesOf(box.y, box.height),
    others.flatMap(({ id, y, height }) => (id === box.id ? [] : linesOf(y, height))),
  );
  return {
    position: { x: box.x + (across?.by ?? 0), y: box.y + (down?.by ?? 0) },
    ...(across && { vertical: across.line }),
    ...(down && { horizontal: down.line }),
  };
}

const linesOf = (start: number, size: number): number[] => [start, start + size / 2, start + size];

function nearest(own: readonly number[], lines: readonly number[]): { by: number; line: number } | undefined {
  let best: { by: number; line: number } | undefined;
  for (const line of lines)
    for (const edge of own) {
      const by = line - edge;
      if (Math.abs(by) <= REACH && (!best || Math.abs(by) < Math.abs(best.by))) best = { by, line };
    }
  return best;
}
