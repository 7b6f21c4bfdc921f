import type { Point } from '../../../document/index.ts';
import type { CanvasNode } from './project-nodes.ts';

/** Where a node is, and how large, while a gesture moves or resizes it. */
export type Held = Partial<Point & { width: number; height: number }>;

interface Known {
  from: CanvasNode;
  held: Held | undefined;
  node: CanvasNode;
}

/**
 * Adds to the nodes what is no part of the document: which are chosen, and where those are that a gesture holds. A node stays the same
 * object while neither it nor that has changed.
 */
export function createDecoration(): (
  nodes: readonly CanvasNode[],
  now: { chosen: ReadonlySet<string>; held: ReadonlyMap<string, Held> },
) => CanvasNode[] {
  let known = new Map<string, Known>();
  return (nodes, now) => {
    const next = new Map<string, Known>();
    const decorated = nodes.map((from) => {
      const selected = now.chosen.has(from.id);
      const held = now.held.get(from.id);
      const before = known.get(from.id);
      const isSame = before?.from === from && before.held === held && before.node.selected === selected;
      const node = isSame ? before.node : nodeOf(from, selected, held);
      next.set(from.id, { from, held, node });
      return node;
    });
    known = next;
    return decorated;
  };
}

function nodeOf(from: CanvasNode, selected: boolean, held: Held | undefined): CanvasNode {
  if (!held) return { ...from, selected };
  const { x = from.position.x, y = from.position.y, width = from.width ?? 0, height = from.height ?? 0 } = held;
  const size = { width, height };
  return { ...from, selected, position: { x, y }, ...size, measured: size };
}
