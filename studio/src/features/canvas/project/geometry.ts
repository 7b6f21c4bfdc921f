/** Sizes of a card, in pixels; `canvas.css` draws what is measured here. */
export const CARD = { width: 248, head: 40, summary: 42, exit: 24, foot: 6, port: 10 } as const;

/** How high a card is: known before it is drawn, so that nothing has to be measured. */
export function heightOf({ hasSummary, rows }: { hasSummary: boolean; rows: number }): number {
  return CARD.head + (hasSummary ? CARD.summary : 0) + rows * CARD.exit + (rows > 0 ? CARD.foot : 0);
}

/** The middle of a port, from the top of its card. `row` −1 is the port in the head. */
export function portMiddle(row: number, hasSummary: boolean): number {
  if (row < 0) return CARD.head / 2;
  return CARD.head + (hasSummary ? CARD.summary : 0) + row * CARD.exit + CARD.exit / 2;
}
