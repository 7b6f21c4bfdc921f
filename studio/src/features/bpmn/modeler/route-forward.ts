import type { Point } from '../../../document/index.ts';
import type { Shape } from './services.ts';

/** How far behind its source a flow turns. */
const TURN = 30;
/** Nearer than this there is no room to turn. */
const ROOM = 20;

/**
 * The bends of a flow that leads to the right: it turns close behind its source and comes in at the height of its target, so that it
 * passes between the columns. Undefined where it leads elsewhere.
 */
export function routeForward(source: Shape, target: Shape): Point[] | undefined {
  const start = { x: source.x + source.width, y: middle(source) };
  const end = { x: target.x, y: middle(target) };
  const room = end.x - start.x;
  if (room < ROOM || source.type === 'bpmn:BoundaryEvent') return undefined;
  if (start.y === end.y) return [start, end];
  const x = Math.round(start.x + Math.min(TURN, room / 2));
  return [start, { x, y: start.y }, { x, y: end.y }, end];
}

const middle = ({ y, height }: Shape): number => Math.round(y + height / 2);
