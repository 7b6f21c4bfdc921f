import type { DocumentIndex, Point } from '../../../document/index.ts';
import { CARD } from './geometry.ts';

const STEP = { x: CARD.width + 72, y: 176 };

/**
 * Places for the steps that have none: one column further than the first step that leads to them, below what lies there already.
 * Steps that nothing leads to begin a column of their own.
 */
export function placesOf(index: DocumentIndex): Record<string, Point> {
  const ids = index.keys('steps');
  if (ids.every((id) => index.get('layout', id))) return {};
  const places: Record<string, Point> = {};
  const taken = new Set<string>();
  const cell = ({ x, y }: Point): string => `${Math.round(x / STEP.x)}:${Math.round(y / STEP.y)}`;
  const known = (id: string): Point | undefined => index.get('layout', id) ?? places[id];
  const put = (id: string, wanted: Point): void => {
    let place = wanted;
    while (taken.has(cell(place))) place = { x: place.x, y: place.y + STEP.y };
    taken.add(cell(place));
    places[id] = place;
  };
  for (const id of ids) {
    const place = index.get('layout', id);
    if (place) taken.add(cell(place));
  }
  const walk = (start: string): void => {
    const queue = [start];
    for (const id of queue) {
      const from = known(id) as Point;
      for (const { to } of index.flowsFrom(id)) {
        if (known(to)) continue;
        put(to, { x: from.x + STEP.x, y: from.y });
        queue.push(to);
      }
    }
  };
  for (const id of ids) if (index.get('layout', id)) walk(id);
  const starts = index.keys('triggers').flatMap((id) => index.get('triggers', id)?.step ?? []);
  for (const id of [...starts, ...ids]) {
    if (known(id) || !index.step(id)) continue;
    put(id, { x: 0, y: 0 });
    walk(id);
  }
  return places;
}
