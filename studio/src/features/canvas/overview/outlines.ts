import type { CanvasNode } from '../project/project-nodes.ts';

/** A place and a size on the canvas. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Everything on the canvas as a few paths: however many steps there are, the overview is as quick to draw. */
export interface Outlines {
  /** What all nodes take up together; null where there are none. */
  area: Area | null;
  /** Kind of outline → its path. A problem is a point, which is drawn as a dot. */
  paths: Readonly<Record<Kind, string>>;
}

type Kind = 'step' | 'note' | 'chosen' | 'warning' | 'error';

/** Draws the outlines of nodes. */
export function outlinesOf(nodes: readonly CanvasNode[]): Outlines {
  const paths = { step: '', note: '', chosen: '', warning: '', error: '' };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { type, data, selected, position, width = 0, height = 0 } of nodes) {
    const { x, y } = position;
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x + width), Math.max(bottom, y + height)];
    paths[selected ? 'chosen' : type] += `M${x} ${y}h${width}v${height}h${-width}z`;
    if (type === 'step' && (data.severity === 'error' || data.severity === 'warning'))
      paths[data.severity] += `M${x + width / 2} ${y + height / 2}h0`;
  }
  return { area: nodes.length === 0 ? null : { x: left, y: top, width: right - left, height: bottom - top }, paths };
}
