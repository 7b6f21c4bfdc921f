import { createContext, useCallback, useContext, useRef, useSyncExternalStore } from 'react';
import { createOverlay, type Overlay, type OverlayStore } from '../../scenarios/overlay.ts';

/** The marks that the cards and lines around are painted with. */
export const OverlayContext = createContext<OverlayStore>(createOverlay());

/** What is marked on a step. */
export const stepMarks = ({ steps, badges, others, threads, breakpoints }: Overlay, id: string) => ({
  mark: steps.get(id),
  badge: badges.get(id),
  others: others.get(id),
  threads: threads.get(id),
  breakpoint: breakpoints.steps.get(id),
});

/** What is marked on a flow. */
export const flowMarks = ({ flows, breakpoints }: Overlay, id: string) => ({
  mark: flows.get(id),
  breakpoint: breakpoints.flows.get(id),
});

/** The marks of a step or a flow: it is drawn again only when one of them changes. */
export function useMarks<T extends object>(marksOf: (overlay: Overlay, id: string) => T, id: string): T {
  const overlay = useContext(OverlayContext);
  const last = useRef<T>(null);
  const read = useCallback((): T => {
    const now = marksOf(overlay.get(), id);
    if (!last.current || !isSame(last.current, now)) last.current = now;
    return last.current;
  }, [overlay, marksOf, id]);
  return useSyncExternalStore(overlay.subscribe, read);
}

const isSame = <T extends object>(a: T, b: T): boolean =>
  (Object.keys(a) as (keyof T)[]).every((key) => a[key] === b[key]);
