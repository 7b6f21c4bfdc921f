import type { Point } from '../editing/rows.ts';

/** A step as it lies on the canvas. */
export interface Box extends Point {
  id: string;
  width: number;
  height: number;
}

export type Positions = Record<string, Point>;
