import type { ElkNode } from 'elkjs/lib/elk-api';
import type { Point } from '../../../document/index.ts';
import type { FlowEdge } from '../project/project-edges.ts';
import type { StepNode } from '../project/project-nodes.ts';

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.spacing.nodeNode': '44',
  'elk.spacing.componentComponent': '88',
  'elk.layered.spacing.nodeNodeBetweenLayers': '96',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
  // Only where the steps lie is asked for: the cheapest way to route flows will do.
  'elk.edgeRouting': 'POLYLINE',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
};

/** From so many steps on, a quicker look for few crossings is nearly as good. */
const QUICK_FROM = 60;
/** So many flows to one step are looked at then: hundreds that lead far, to a common end, would cost the most and say the least. */
const QUICK_ENTRIES = 4;

/** The nodes and the edges between them as ELK wants them: sizes, and ports in the order of the card. */
export function elkGraph(nodes: readonly StepNode[], edges: readonly FlowEdge[]): ElkNode {
  const ids = new Set(nodes.map(({ id }) => id));
  const isQuick = nodes.length >= QUICK_FROM;
  const inside = edges.filter(({ source, target }) => ids.has(source) && ids.has(target));
  const quick = { 'elk.layered.thoroughness': '3' };
  return {
    id: 'canvas',
    layoutOptions: isQuick ? { ...OPTIONS, ...quick } : OPTIONS,
    children: nodes.map(({ id, width = 0, height = 0, handles = [] }) => ({
      id,
      width,
      height,
      layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
      ports: handles.map((port) => ({
        id: portId(id, port.id),
        x: port.type === 'source' ? width : 0,
        y: port.y + (port.height ?? 0) / 2,
        width: 0,
        height: 0,
        layoutOptions: { 'elk.port.side': port.type === 'source' ? 'EAST' : 'WEST' },
      })),
    })),
    edges: (isQuick ? withoutCrowds(inside) : inside).map(({ id, source, sourceHandle, target, targetHandle }) => ({
      id: `flow ${id}`,
      sources: [portId(source, sourceHandle)],
      targets: [portId(target, targetHandle)],
    })),
  };
}

/** The first few edges to each node. */
function withoutCrowds(edges: readonly FlowEdge[]): FlowEdge[] {
  const entries = new Map<string, number>();
  return edges.filter(({ target }) => {
    const count = (entries.get(target) ?? 0) + 1;
    entries.set(target, count);
    return count <= QUICK_ENTRIES;
  });
}

const portId = (node: string, port: string | null | undefined): string => `${node} ${port}`;

/** Where ELK put the nodes, with the top left corner of them all at `corner`. */
export function positionsOf({ children = [] }: ElkNode, corner: Point): Record<string, Point> {
  const left = Math.min(...children.map(({ x = 0 }) => x));
  const top = Math.min(...children.map(({ y = 0 }) => y));
  return Object.fromEntries(
    children.map(({ id, x = 0, y = 0 }) => [
      id,
      { x: Math.round(x - left + corner.x), y: Math.round(y - top + corner.y) },
    ]),
  );
}
