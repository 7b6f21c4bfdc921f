import type { Edge } from '@xyflow/react';
import type { Flow } from '@scenarium/language';
import type { DocumentIndex } from '../../../document/index.ts';

export type FlowEdge = Edge<{ flow: Flow }, 'flow'>;

/** Makes the edges of the canvas; one stays the very same object while its flow does. */
export function createEdgeProjection(): (index: DocumentIndex) => FlowEdge[] {
  const known = new WeakMap<Flow, FlowEdge>();
  return (index) =>
    index.keys('flows').map((id) => {
      const flow = index.flow(id)!;
      const before = known.get(flow);
      if (before) return before;
      const { from, to, on } = flow;
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
    });
}
