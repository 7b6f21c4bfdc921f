import type { Flow } from '@scenarium/language';
import { makeSpace, type Box, type Point, type Positions } from '../../../document/index.ts';
import { CARD } from '../project/geometry.ts';

const GAP = 72;

/** Where a step lies that is put into a flow, and where those behind it go when there is too little room between its ends. */
export function roomInFlow(
  boxes: readonly Box[],
  flow: Flow | undefined,
  wanted: Point,
): { at: Point; moved: Positions } {
  const from = boxes.find(({ id }) => id === flow?.from);
  const to = boxes.find(({ id }) => id === flow?.to);
  if (!from || !to || to.x <= from.x) return { at: wanted, moved: {} };
  const missing = CARD.width + 2 * GAP - (to.x - from.x - from.width);
  const at = { x: Math.round(from.x + from.width + GAP), y: Math.round((from.y + to.y) / 2) };
  if (missing <= 0) return { at: { ...at, x: Math.round((from.x + from.width + to.x - CARD.width) / 2) }, moved: {} };
  const layout = Object.fromEntries(boxes.map(({ id, x, y }) => [id, { x, y }]));
  return { at, moved: makeSpace(layout, { axis: 'x', from: to.x, by: missing }) };
}
