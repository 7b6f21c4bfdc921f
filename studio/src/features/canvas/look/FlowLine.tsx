import { BaseEdge, EdgeLabelRenderer, getBezierPath, getSmoothStepPath, useStore, type EdgeProps } from '@xyflow/react';
import { memo, useCallback, type ReactNode } from 'react';
import { CARD } from '../project/geometry.ts';
import type { FlowEdge } from '../project/project-edges.ts';
import { useTexts as useLookTexts } from '../../looks/texts.ts';
import { useSession, useSessionIfAny } from '../session.ts';
import { useTexts } from '../texts.ts';
import { exitWords } from '../../looks/exit-words.ts';
import { BreakpointDot } from './BreakpointDot.tsx';
import { isFar } from './is-far.ts';
import { useMarks } from './marks.ts';

/** A flow that leads back goes below what lies between. */
const BACK = { borderRadius: 14, offset: 26, below: 120 };

/** A flow on the canvas: its condition as a label, and a button to put a step into it; from afar it is no more than a line. */
export const FlowLine = memo(function FlowLine({ id, data, selected, ...ends }: EdgeProps<FlowEdge>) {
  const session = useSessionIfAny();
  const isLine = useStore(isFar);
  const mark = useMarks(useCallback(({ flows }) => flows.get(id), [id]));
  const stops = useMarks(useCallback(({ breakpoints }) => breakpoints.flows.has(id), [id]));
  const isBack = ends.targetX < ends.sourceX + 24;
  const centerY = Math.max(ends.sourceY, ends.targetY) + BACK.below;
  const [path, x, y] = isBack ? getSmoothStepPath({ ...ends, ...BACK, centerY }) : getBezierPath(ends);
  const { when, on = 'next' } = data?.flow ?? {};
  const hasLabel = !isLine && (when === undefined ? selected === true && on !== 'next' : when !== '');
  const look = [!isLine && `on-${on.split(':')[0]}`, mark && `mark-${mark}`].filter(Boolean).join(' ');
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        interactionWidth={18}
        className={look}
        markerEnd={(isLine ? undefined : ends.markerEnd) ?? ''}
      />
      {!isLine && session && !session.readOnly && <InsertButton id={id} x={x} y={y + (hasLabel || stops ? 20 : 0)} />}
      {(hasLabel || stops) && (
        <Middle x={x} y={y} isFar={isLine}>
          <BreakpointDot table="flows" id={id} />
          {hasLabel && <Label when={when} exit={on} />}
        </Middle>
      )}
    </>
  );
});

function Middle({ x, y, isFar, children }: { x: number; y: number; isFar: boolean; children: ReactNode }) {
  return (
    <EdgeLabelRenderer>
      <div
        className={`flow-middle${isFar ? ' is-far' : ''}`}
        style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
      >
        {children}
      </div>
    </EdgeLabelRenderer>
  );
}

function Label({ when, exit }: { when: string | undefined; exit: string }) {
  const t = useLookTexts();
  return <span className="flow-label">{when ?? exitWords(t, { name: exit, caption: undefined })}</span>;
}

function InsertButton({ id, x, y }: { id: string; x: number; y: number }) {
  const t = useTexts();
  const { openPalette, target } = useSession();
  return (
    <g
      className={`flow-plus${target.use() === id ? ' is-target' : ''}`}
      transform={`translate(${x} ${y})`}
      onClick={(event) => {
        event.stopPropagation();
        const pointer = { x: event.clientX, y: event.clientY };
        openPalette({ pointer, at: { x: x - CARD.width / 2, y: y + CARD.head }, flow: id });
      }}
    >
      <title>{t('insertHere')}</title>
      <circle r={9} />
      <path d="M-4 0H4M0 -4V4" />
    </g>
  );
}
