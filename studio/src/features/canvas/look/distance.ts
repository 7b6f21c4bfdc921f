import { createContext, useContext } from 'react';

/** From where the canvas is seen: from `far` only names can be read on it, and from `very-far` not even those. */
export type Distance = 'near' | 'far' | 'very-far';

export const DistanceContext = createContext<Distance>('near');
export const useDistance = (): Distance => useContext(DistanceContext);

export function distanceOf({
  transform: [, , zoom],
}: {
  transform: readonly [x: number, y: number, zoom: number];
}): Distance {
  if (zoom < 0.17) return 'very-far';
  return zoom < 0.4 ? 'far' : 'near';
}
