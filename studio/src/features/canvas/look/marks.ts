import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import { createOverlay, type Overlay, type OverlayStore } from '../../scenarios/overlay.ts';

/** The marks that the cards and lines around are painted with. */
export const OverlayContext = createContext<OverlayStore>(createOverlay());

/** A part of the overlay: only what shows that part is drawn again when it changes. */
export function useMarks<T>(part: (overlay: Overlay) => T): T {
  const overlay = useContext(OverlayContext);
  return useSyncExternalStore(
    overlay.subscribe,
    useCallback(() => part(overlay.get()), [overlay, part]),
  );
}
