import type { Area } from './outlines.ts';

type Size = Pick<Area, 'width' | 'height'>;

/** How a map lies over the canvas. */
export interface CanvasMap {
  /** The place of the canvas at the corner of the map. */
  x: number;
  y: number;
  /** So much of the canvas is one pixel of the map. */
  scale: number;
  /** The part of the canvas that is on the map, as an SVG `viewBox`. */
  box: string;
}

const MARGIN = 10;
/** A scenario of few steps is not shown larger than this. */
const LEAST_SCALE = 8;
/** Of what is in sight so much stays on the map, however far away it is. */
const LEAST_FRAME = 6;

/** A map of an area of the canvas, in the middle of a picture of this size. */
export function mapOf(area: Area | null, { width, height }: Size): CanvasMap {
  const whole = area ?? { x: 0, y: 0, width: 0, height: 0 };
  const [across, down] = [width - 2 * MARGIN, height - 2 * MARGIN];
  const scale = Math.max(whole.width / across, whole.height / down, LEAST_SCALE);
  const x = whole.x + whole.width / 2 - (scale * width) / 2;
  const y = whole.y + whole.height / 2 - (scale * height) / 2;
  return { x, y, scale, box: [x, y, scale * width, scale * height].join(' ') };
}

interface Seen extends Size {
  transform: readonly [x: number, y: number, zoom: number];
}

/** Where what is in sight of the canvas lies on the map, in pixels of the map. */
export function frameOf(seen: Seen, map: CanvasMap, size: Size): Area {
  const [left, top, zoom] = seen.transform;
  const [width, height] = [seen.width / zoom / map.scale, seen.height / zoom / map.scale];
  return {
    x: within((-left / zoom - map.x) / map.scale, LEAST_FRAME - width, size.width - LEAST_FRAME),
    y: within((-top / zoom - map.y) / map.scale, LEAST_FRAME - height, size.height - LEAST_FRAME),
    width,
    height,
  };
}

const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
