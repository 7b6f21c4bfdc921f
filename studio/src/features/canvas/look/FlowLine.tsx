import { BaseEdge, EdgeLabelRenderer, getBezierPath, getSmoothStepPath, type EdgeProps } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import { CARD } from '../project/geometry.ts';
import type { FlowEdge } from '../project/project-edges.ts';
import { useTexts as useLookTexts } from '../../looks/texts.ts';
import { useSessionIfAny } from '../session.ts';
import { useTexts } from '../texts.ts';
import { exitWords } from '../../looks/exit-words.ts';
import { BreakpointDot } from './BreakpointDot.tsx';
import { useDistance } from './distance.ts';
import { flowMarks, useMarks } from './marks.ts';

/** How wide a line can be pressed, in pixels of the canvas. */
const PRESSED = { near: 18, far: 44, 'very-far': 0 };
/** A flow that leads back goes below what lies between. */
const BACK = { borderRadius: 14, offset: 26, below: 120 };

/** A flow on the canvas: its condition as a label, and a button to put a step into it; from afar it is no more than a line. */
export const FlowLine = memo(function FlowLine(props: EdgeProps<FlowEdge>) {
  const { id, data, selected, markerEnd = '' } = props;
  const { mark, breakpoint } = useMarks(flowMarks, id);
  const { path, ...middle } = wayOf(props);
  const dot = breakpoint && <BreakpointDot table="flows" id={id} breakpoint={breakpoint} />;
  const distance = useDistance();
  if (distance !== 'near')
    return (
      <>
        <BaseEdge id={id} path={path} interactionWidth={PRESSED[distance]} className={mark ? `mark-${mark}` : ''} />
        {dot && (
          <Middle {...middle} isFar>
            {dot}
          </Middle>
        )}
      </>
    );
  const { when, on = 'next' } = data?.flow ?? {};
  const hasLabel = when === undefined ? selected === true && on !== 'next' : when !== '';
  const look = [`on-${on.split(':')[0]}`, mark && `mark-${mark}`].filter(Boolean).join(' ');
  return (
    <>
      <BaseEdge id={id} path={path} interactionWidth={PRESSED.near} className={look} markerEnd={markerEnd} />
      <InsertButton id={id} x={middle.x} y={middle.y + (hasLabel || dot ? 20 : 0)} />
      {(hasLabel || dot) && (
        <Middle {...middle}>
          {dot}
          {hasLabel && <Label when={when} exit={on} />}
        </Middle>
      )}
    </>
  );
});

/** The line, and its middle. */
function wayOf(ends: EdgeProps<FlowEdge>): { path: string; x: number; y: number } {
  const isBack = ends.targetX < ends.sourceX + 24;
  const centerY = Math.max(ends.sourceY, ends.targetY) + BACK.below;
  const [path, x, y] = isBack ? getSmoothStepPath({ ...ends, ...BACK, centerY }) : getBezierPath(ends);
  return { path, x, y };
}

interface MiddleProps {
  x: number;
  y: number;
  isFar?: boolean;
  children: ReactNode;
}

function Middle({ x, y, isFar = false, children }: MiddleProps) {
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
  const session = useSessionIfAny();
  const isTarget = session?.target.use() === id;
  if (!session || session.readOnly) return null;
  return (
    <g
      className={`flow-plus${isTarget ? ' is-target' : ''}`}
      onClick={(event) => {
        event.stopPropagation();
        const pointer = { x: event.clientX, y: event.clientY };
        session.openPalette({ pointer, at: { x: x - CARD.width / 2, y: y + CARD.head }, flow: id });
      }}
    >
      <title>{t('insertHere')}</title>
      <circle cx={x} cy={y} r={9} />
      <path d={`M${x - 4} ${y}h8m-4 -4v8`} />
    </g>
  );
}
