import { BaseEdge, EdgeLabelRenderer, getBezierPath, getSmoothStepPath, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import type { FlowEdge } from '../project/project-edges.ts';
import { useSession } from '../session.ts';
import { useTexts } from '../texts.ts';
import { exitWords } from './exit-words.ts';

/** A flow on the canvas: its condition as a label, and a button to put a step into it. */
export const FlowLine = memo(function FlowLine({ id, data, selected, ...ends }: EdgeProps<FlowEdge>) {
  const t = useTexts();
  const { openPalette, readOnly } = useSession();
  const isBack = ends.targetX < ends.sourceX + 24;
  const [path, x, y] = isBack ? getSmoothStepPath({ ...ends, borderRadius: 14, offset: 26 }) : getBezierPath(ends);
  const { when, on = 'next' } = data?.flow ?? {};
  const label = when ?? (selected && on !== 'next' ? exitWords(t, { name: on, caption: undefined }) : '');
  return (
    <>
      <BaseEdge id={id} path={path} interactionWidth={18} className={on === 'next' || on.includes(':') ? '' : `on-${on}`} markerEnd={ends.markerEnd ?? ''} />
      {!readOnly && (
        <g
          className="flow-plus"
          transform={`translate(${x} ${y + (label ? 20 : 0)})`}
          onClick={(event) => {
            event.stopPropagation();
            openPalette({ pointer: { x: event.clientX, y: event.clientY }, at: { x: x - 124, y: y + 40 }, flow: id });
          }}
        >
          <title>{t('insertHere')}</title>
          <circle r={9} />
          <path d="M-4 0H4M0 -4V4" />
        </g>
      )}
      {label && (
        <EdgeLabelRenderer>
          <span className="flow-label" style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}>
            {label}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
