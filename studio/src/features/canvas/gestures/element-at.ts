import type { Point } from '../../../document/index.ts';

/** The element of a kind that lies at a point of the window, whatever lies over it. */
export function elementAt({ x, y }: Point, selector: string): HTMLElement | undefined {
  for (const element of document.elementsFromPoint(x, y)) {
    const found = element.closest<HTMLElement>(selector);
    if (found) return found;
  }
  return undefined;
}

/** Where a gesture ended, in the window. */
export function pointOf(event: MouseEvent | TouchEvent): Point {
  const { clientX, clientY } = 'changedTouches' in event ? (event.changedTouches[0] as Touch) : event;
  return { x: clientX, y: clientY };
}
