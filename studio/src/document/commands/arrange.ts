import type { Point } from '../editing/rows.ts';
import type { Command } from './command.ts';
import { place } from './move-steps.ts';

type Positions = Readonly<Record<string, Point>>;

/**
 * Puts steps where an arrangement (`align`, `distribute`, `makeSpace`, an automatic layout) wants them, as one step of undo under its name.
 *
 * @example store.execute(arrange({ as: 'align', positions: align(boxes, 'left') }))
 */
export function arrange(input: { as: 'tidy' | 'align' | 'distribute' | 'make-space'; positions: Positions }): Command {
  return { name: `layout.${input.as}`, run: (document) => place(document, input.positions) };
}
