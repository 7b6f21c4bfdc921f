import type { Box, Positions } from './box.ts';

export type Edge = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';

/**
 * Positions in which boxes share an edge or a middle line: that of the outermost one, or the middle of them all.
 *
 * @example align([a, b], 'left') // both at the x of the one further left
 */
export function align(boxes: readonly Box[], edge: Edge): Positions {
  const left = Math.min(...boxes.map(({ x }) => x));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const top = Math.min(...boxes.map(({ y }) => y));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  const place: Record<Edge, (box: Box) => Partial<Box>> = {
    left: () => ({ x: left }),
    centre: ({ width }) => ({ x: (left + right - width) / 2 }),
    right: ({ width }) => ({ x: right - width }),
    top: () => ({ y: top }),
    middle: ({ height }) => ({ y: (top + bottom - height) / 2 }),
    bottom: ({ height }) => ({ y: bottom - height }),
  };
  return Object.fromEntries(
    boxes.map((box) => {
      const { x, y } = { ...box, ...place[edge](box) };
      return [box.id, { x, y }];
    }),
  );
}
