import type { Point } from '../../../document/index.ts';
import type { CanvasNode } from './project-nodes.ts';

interface Known {
  from: CanvasNode;
  node: CanvasNode;
}

/**
 * Adds to the nodes what is no part of the document: which are chosen, and where one is while it is being dragged. A node stays the
 * same object while neither it nor that has changed.
 */
export function createDecoration(): (
  nodes: readonly CanvasNode[],
  now: { chosen: ReadonlySet<string>; moved: ReadonlyMap<string, Point> },
) => CanvasNode[] {
  let known = new Map<string, Known>();
  return (nodes, { chosen, moved }) => {
    const next = new Map<string, Known>();
    const decorated = nodes.map((from) => {
      const selected = chosen.has(from.id);
      const position = moved.get(from.id) ?? from.position;
      const before = known.get(from.id);
      const isSame = before?.from === from && before.node.selected === selected && isAt(before.node.position, position);
      const node = isSame ? before.node : { ...from, position, selected };
      next.set(from.id, { from, node });
      return node;
    });
    known = next;
    return decorated;
  };
}

const isAt = (a: Point, b: Point): boolean => a.x === b.x && a.y === b.y;
