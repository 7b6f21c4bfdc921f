import type { Box, Positions } from './box.ts';

/** Positions with equal gaps between boxes along an axis; the outermost two stay. Fewer than three stay as they are. */
export function distribute(boxes: readonly Box[], axis: 'x' | 'y'): Positions {
  const size = axis === 'x' ? 'width' : 'height';
  const sorted = boxes.toSorted((a, b) => a[axis] - b[axis] || (a.id < b.id ? -1 : 1));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last || sorted.length < 3) return Object.fromEntries(boxes.map(({ id, x, y }) => [id, { x, y }]));
  const filled = sorted.reduce((sum, box) => sum + box[size], 0);
  const gap = (last[axis] + last[size] - first[axis] - filled) / (sorted.length - 1);
  let next = first[axis];
  return Object.fromEntries(
    sorted.map((box) => {
      const at = box === last ? last[axis] : next;
      next += box[size] + gap;
      return [box.id, { x: box.x, y: box.y, [axis]: at }];
    }),
  );
}
