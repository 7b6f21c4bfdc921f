import type { NodeChange } from '@xyflow/react';
import { useMemo, useState } from 'react';
import type { Point } from '../../document/index.ts';
import { severitiesOf } from './problems/severities-of.ts';
import { createDecoration } from './project/decorate.ts';
import { createProjection, type CanvasNode } from './project/project-nodes.ts';
import { useDocument, useShown } from './session.ts';
import { usePlaces } from './tidy/use-places.ts';

const NOWHERE: ReadonlyMap<string, Point> = new Map();

/** The nodes of the canvas, and what becomes of changes that gestures make to them. Null until there are places for them. */
export function useNodes() {
  const { store, selection } = useDocument();
  const { locale, problems } = useShown();
  const [project] = useState(createProjection);
  const [decorate] = useState(createDecoration);
  const [moved, setMoved] = useState(NOWHERE);
  const severities = useMemo(() => severitiesOf(problems), [problems]);
  const places = usePlaces(store.index, (loose) => project(store.index, { locale, severities, places: loose }));
  const chosen = selection.use();
  const revision = store.revision();
  const bare = useMemo(
    () => (places ? project(store.index, { locale, severities, places }) : []),
    [revision, locale, severities, places],
  );
  const nodes = useMemo(() => decorate(bare, { chosen: new Set(chosen), moved }), [bare, chosen, moved]);

  function change(changes: readonly NodeChange<CanvasNode>[]): void {
    const now = new Set(selection.get());
    const to = new Map(moved);
    for (const one of changes) {
      if (one.type === 'select') now[one.selected ? 'add' : 'delete'](one.id);
      if (one.type === 'position' && one.dragging && one.position) to.set(one.id, one.position);
    }
    if (changes.some(({ type }) => type === 'select')) selection.set([...now]);
    if (changes.some((one) => one.type === 'position' && one.dragging)) setMoved(to);
  }

  return { nodes: places && nodes, change, drop: () => setMoved(NOWHERE) };
}
