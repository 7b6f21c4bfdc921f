import type { EdgeChange } from '@xyflow/react';
import { useCallback, useMemo } from 'react';
import { projectEdges, type FlowEdge } from './project/project-edges.ts';
import { useDocument } from './session.ts';

/** The edges of the canvas, and what becomes of changes that gestures make to them. */
export function useEdges() {
  const { store, flows } = useDocument();
  const chosen = flows.use();
  const bare = useMemo(() => projectEdges(store.index), [store.get().flows]);
  const edges = useMemo(() => {
    const ids = new Set(chosen);
    return ids.size === 0 ? bare : bare.map((edge) => (ids.has(edge.id) ? { ...edge, selected: true } : edge));
  }, [bare, chosen]);

  const change = useCallback(
    (changes: readonly EdgeChange<FlowEdge>[]): void => {
      const now = new Set(flows.get());
      for (const one of changes) if (one.type === 'select') now[one.selected ? 'add' : 'delete'](one.id);
      if (changes.some(({ type }) => type === 'select')) flows.set([...now]);
    },
    [flows],
  );

  return { edges, change };
}
