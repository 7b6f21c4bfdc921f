import type { NodeChange } from '@xyflow/react';
import { useCallback, useMemo, useState } from 'react';
import { noteIdOf, noteNodeId, projectNotes } from './notes/note-node.ts';
import { severitiesOf } from './problems/severities-of.ts';
import { createDecoration, type Held } from './project/decorate.ts';
import { createProjection, type CanvasNode } from './project/project-nodes.ts';
import { useDocument } from './session.ts';
import { useShown } from '../scenarios/shown.ts';
import { usePlaces } from './tidy/use-places.ts';

/** The nodes of the canvas, and what becomes of changes that gestures make to them. Null until there are places for them. */
export function useNodes() {
  const { store, selection, notes, held } = useDocument();
  const { locale, problems } = useShown();
  const [project] = useState(createProjection);
  const [decorate] = useState(createDecoration);
  const severities = useMemo(() => severitiesOf(problems), [problems]);
  const places = usePlaces(store.index, (loose) => project(store.index, { locale, severities, places: loose }));
  const [steps, papers, now] = [selection.use(), notes.use(), held.use()];
  const revision = store.revision();
  const bare = useMemo(
    () => (places ? [...projectNotes(store.index), ...project(store.index, { locale, severities, places })] : []),
    [revision, locale, severities, places],
  );
  const nodes = useMemo(
    () => decorate(bare, { chosen: new Set([...steps, ...papers.map(noteNodeId)]), held: now }),
    [bare, steps, papers, now],
  );

  const change = useCallback(
    (changes: readonly NodeChange<CanvasNode>[]): void => {
      const chosen = { steps: new Set(selection.get()), notes: new Set(notes.get()) };
      const next = new Map<string, Held>(held.get());
      for (const one of changes) {
        if (one.type === 'select') {
          const note = noteIdOf(one.id);
          chosen[note === undefined ? 'steps' : 'notes'][one.selected ? 'add' : 'delete'](note ?? one.id);
        } else if (one.type === 'position' && one.dragging !== false && one.position) {
          next.set(one.id, { ...next.get(one.id), ...one.position });
        } else if (one.type === 'dimensions' && one.resizing && one.dimensions) {
          next.set(one.id, { ...next.get(one.id), ...one.dimensions });
        }
      }
      if (changes.some(({ type }) => type === 'select')) {
        selection.set([...chosen.steps]);
        notes.set([...chosen.notes]);
      }
      if (changes.some(({ type }) => type === 'position' || type === 'dimensions')) held.set(next);
    },
    [selection, notes, held],
  );

  return { nodes: places && nodes, change };
}
