import type { Point } from '../../../document/index.ts';
import type { Shape } from './services.ts';

/** Where flows turn behind the left edge of their source: beside the widest shape of its column. */
const TURN = 120;
/** Nearer than this there is no room to turn. */
const ROOM = 20;
/** Steps of one column that are farther apart than this have others between them. */
const NEIGHBOURS = 170;

/**
 * The bends of a flow that leads to the right, or over others of its column: it turns close behind its source and comes in at the height
 * of its target, so that it passes between the columns. Undefined where the usual way is as good.
 */
export function routeFlow(source: Shape, target: Shape): Point[] | undefined {
  if (source === target) return undefined;
  if (source.type === 'bpmn:BoundaryEvent') return routeDown(source, target);
  const start = { x: source.x + source.width, y: middle(source) };
  const isAhead = target.x - start.x >= ROOM;
  if (!isAhead && !isBeyond(source, target)) return undefined;
  const end = { x: isAhead ? target.x : target.x + target.width, y: middle(target) };
  if (start.y === end.y) return [start, end];
  const x = isAhead ? Math.min(source.x + TURN, Math.round((start.x + end.x) / 2)) : Math.max(start.x, end.x) + ROOM;
  return [start, { x, y: start.y }, { x, y: end.y }, end];
}

/** A flow that leaves a step below it: down, and then aside to its target. */
function routeDown(source: Shape, target: Shape): Point[] | undefined {
  const start = { x: source.x + source.width / 2, y: source.y + source.height };
  const y = middle(target);
  if (y - start.y < ROOM) return undefined;
  if (target.x - start.x >= ROOM) return [start, { x: start.x, y }, { x: target.x, y }];
  const right = target.x + target.width;
  return start.x - right >= ROOM ? [start, { x: start.x, y }, { x: right, y }] : undefined;
}

function isBeyond(source: Shape, target: Shape): boolean {
  const isBeside = source.x < target.x + target.width && target.x < source.x + source.width;
  return isBeside && Math.abs(middle(source) - middle(target)) > NEIGHBOURS;
}

const middle = ({ y, height }: Shape): number => Math.round(y + height / 2);
