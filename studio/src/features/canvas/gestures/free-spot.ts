import type { Box, Point } from '../../../document/index.ts';
import { CARD } from '../project/geometry.ts';

const GAP = 24;
/** As high as a card with a summary and two exits, which most are. */
const HEIGHT = CARD.head + CARD.summary + 2 * CARD.exit + CARD.foot;

/** The place nearest below the wanted one where a new card covers no other. */
export function freeSpot(boxes: readonly Box[], { x, y }: Point): Point {
  const column = boxes
    .filter((box) => box.x < x + CARD.width + GAP && x < box.x + box.width + GAP)
    .sort((a, b) => a.y - b.y);
  let free = y;
  for (const box of column)
    if (box.y < free + HEIGHT + GAP && free < box.y + box.height + GAP) free = box.y + box.height + GAP;
  return { x: Math.round(x), y: Math.round(free) };
}
