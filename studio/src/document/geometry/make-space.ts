import type { Point } from '../editing/rows.ts';
import type { Positions } from './box.ts';

/**
 * The space tool: positions of the steps that lie at or behind a line, moved along an axis (`by` below zero takes space away, but no
 * step crosses the line).
 *
 * @example store.execute(arrange({ as: 'make-space', positions: makeSpace(layout, { axis: 'x', from: 400, by: 200 }) }))
 */
export function makeSpace(
  layout: Readonly<Record<string, Point>>,
  { axis, from, by }: { axis: 'x' | 'y'; from: number; by: number },
): Positions {
  const behind = Object.entries(layout).filter(([, point]) => point[axis] >= from);
  const nearest = Math.min(...behind.map(([, point]) => point[axis]));
  const distance = Math.max(by, from - nearest);
  return Object.fromEntries(
    behind.map(([id, { x, y }]) => [id, axis === 'x' ? { x: x + distance, y } : { x, y: y + distance }]),
  );
}
