import { useEffect, useMemo, useState } from 'react';
import type { DocumentIndex, Point } from '../../../document/index.ts';
import { placesOf } from '../project/places.ts';
import { projectEdges } from '../project/project-edges.ts';
import type { StepNode } from '../project/project-nodes.ts';
import { tidy } from './tidy.ts';

type Places = Readonly<Record<string, Point>>;

/**
 * Where steps lie that have no place of their own. A scenario without any layout is laid out once for its first sight, which changes
 * nothing in it; null until that is done.
 */
export function usePlaces(index: DocumentIndex, project: (places: Places) => readonly StepNode[]): Places | null {
  const { steps, flows, layout } = index.scenario;
  const isBare = index.keys('layout').length === 0;
  const [tidied, setTidied] = useState<Places | null>(null);
  const loose = useMemo(() => placesOf(index), [steps, flows, layout]);
  useEffect(() => {
    if (!isBare || tidied) return;
    let isGone = false;
    const show = (places: Places): void => {
      if (!isGone) setTidied(places);
    };
    tidy(project(loose), projectEdges(index)).then(show, () => show(loose));
    return () => {
      isGone = true;
    };
  }, [isBare]);
  return useMemo(() => (isBare && !tidied ? null : { ...loose, ...tidied }), [isBare, loose, tidied]);
}
