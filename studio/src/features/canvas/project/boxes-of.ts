import type { Box } from '../../../document/index.ts';
import { CARD } from './geometry.ts';
import { isStep, type CanvasNode } from './project-nodes.ts';

/** The steps among the nodes as boxes. */
export function boxesOf(nodes: readonly CanvasNode[]): Box[] {
  return nodes
    .filter(isStep)
    .map(({ id, position, width = CARD.width, height = CARD.head }) => ({ id, ...position, width, height }));
}
