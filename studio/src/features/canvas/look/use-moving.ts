import type { Viewport } from '@xyflow/react';
import { useMemo, type RefObject } from 'react';

/** So many times larger or smaller than they were painted may steps be shown while they move. */
const MOST = { larger: 1.7, smaller: 3.4 };
const MOVING = 'data-moving';

/**
 * While the canvas moves it is shown as it was painted when it began: moving a picture costs nothing, painting it anew does, most of
 * all its words. What comes into sight is painted; and everything is, when the picture would be too coarse, and at the end.
 */
export function useMoving(canvas: RefObject<HTMLElement | null>) {
  return useMemo(() => {
    let painted = 1;
    let isMoving = false;
    const mark = (): void => void canvas.current?.toggleAttribute(MOVING, isMoving);
    const paint = (zoom: number): void => {
      painted = zoom;
      canvas.current?.removeAttribute(MOVING);
      // The first of these comes before the picture that shows it painted, the second after it.
      requestAnimationFrame(() => requestAnimationFrame(mark));
    };
    const start = (): void => {
      isMoving = true;
      mark();
    };
    const stop = (): void => {
      isMoving = false;
      mark();
    };
    return {
      onMoveStart(_: unknown, { zoom }: Viewport) {
        painted = zoom;
        start();
      },
      onMove(_: unknown, { zoom }: Viewport) {
        const isCoarse = zoom > painted * MOST.larger || zoom < painted / MOST.smaller;
        if (isMoving && isCoarse) paint(zoom);
      },
      onMoveEnd: stop,
      onNodeDragStart: start,
      onSelectionDragStart: start,
      stop,
    };
  }, [canvas]);
}
