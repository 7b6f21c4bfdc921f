import type { MiniMapNodeProps } from '@xyflow/react';

/** A step in the overview; one with problems has a dot that can be seen however small the map is. */
export function MapCard({ x, y, width, height, className, selected }: MiniMapNodeProps) {
  const hasProblem = /has-(error|warning)/.test(className);
  return (
    <g className={`map-card ${className}${selected ? ' is-chosen' : ''}`}>
      <rect x={x} y={y} width={width} height={height} rx={10} />
      {hasProblem && <circle cx={x + width / 2} cy={y + height / 2} r={Math.max(width, height) / 2.4} />}
    </g>
  );
}
