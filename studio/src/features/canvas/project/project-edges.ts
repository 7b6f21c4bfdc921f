import type { Edge } from '@xyflow/react';
import type { Flow } from '@scenarium/language';
import type { DocumentIndex } from '../../../document/index.ts';

export type FlowEdge = Edge<{ flow: Flow }, 'flow'>;

const known = new WeakMap<Flow, FlowEdge>();

/** The edges of the canvas; one stays the very same object while its flow does. */
export function projectEdges(index: DocumentIndex): FlowEdge[] {
  return index.keys('flows').map((id) => edgeOf(index.flow(id) as Flow));
}

function edgeOf(flow: Flow): FlowEdge {
  const before = known.get(flow);
  if (before) return before;
  const { id, from, to, on } = flow;
  const edge: FlowEdge = {
    id,
    type: 'flow',
    source: from,
    target: to,
    sourceHandle: on,
    targetHandle: 'in',
    data: { flow },
  };
  known.set(flow, edge);
  return edge;
}
