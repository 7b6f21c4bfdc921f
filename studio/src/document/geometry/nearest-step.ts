import type { Point } from '../editing/rows.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

const towards: Record<Direction, { along: 'x' | 'y'; across: 'x' | 'y'; sign: 1 | -1 }> = {
  left: { along: 'x', across: 'y', sign: -1 },
  right: { along: 'x', across: 'y', sign: 1 },
  up: { along: 'y', across: 'x', sign: -1 },
  down: { along: 'y', across: 'x', sign: 1 },
};

/**
 * The step an arrow key goes to: the nearest one in that direction, where being off the line counts twice. Only what lies within 45° of
 * the direction is looked at, unless there is nothing there.
 */
export function nearestStep(
  layout: Readonly<Record<string, Point>>,
  from: string,
  direction: Direction,
): string | undefined {
  const start = layout[from];
  if (!start) return undefined;
  const { along, across, sign } = towards[direction];
  const candidates = Object.entries(layout).flatMap(([id, point]) => {
    const ahead = (point[along] - start[along]) * sign;
    const aside = Math.abs(point[across] - start[across]);
    return id === from || ahead <= 0 ? [] : [{ id, isOff: aside > ahead, distance: ahead + 2 * aside }];
  });
  candidates.sort((a, b) => Number(a.isOff) - Number(b.isOff) || a.distance - b.distance || (a.id < b.id ? -1 : 1));
  return candidates[0]?.id;
}
