import { Panel, useReactFlow, useStore } from '@xyflow/react';
import { memo, useDeferredValue, useEffect, useMemo, useRef, type PointerEvent } from 'react';
import type { Point } from '../../../document/index.ts';
import type { CanvasNode } from '../project/project-nodes.ts';
import { useTexts } from '../texts.ts';
import { around, outlinesOf, type Area, type Outlines } from './outlines.ts';

const SIZE = { width: 168, height: 112 };
const MARGIN = 5;
const ZOOM_PER_NOTCH = 0.002;

/**
 * The whole scenario in a corner, with what is in sight of it: drag there to move, turn the wheel to zoom. The map of React Flow has a
 * part of its own for every node, each of which looks at every picture whether it changed; here a move changes nothing but the frame.
 */
export const Overview = memo(function Overview({ nodes }: { nodes: readonly CanvasNode[] }) {
  const t = useTexts();
  const flow = useReactFlow();
  const map = useRef<HTMLDivElement>(null);
  const last = useRef<Point>(null);
  const outlines = useMemo(() => outlinesOf(nodes), [nodes]);
  const sight = useStore(sightOf, isSameArea);
  const whole = outlines.area ? around(outlines.area, sight) : sight;
  const scale = Math.max(whole.width / SIZE.width, whole.height / SIZE.height);
  const [width, height] = [scale * (SIZE.width + 2 * MARGIN), scale * (SIZE.height + 2 * MARGIN)];
  const [x, y] = [whole.x - (width - whole.width) / 2, whole.y - (height - whole.height) / 2];
  const box = [x, y, width, height].join(' ');

  useEffect(() => {
    const turn = (event: WheelEvent): void => {
      event.preventDefault();
      void flow.zoomTo(flow.getZoom() * 2 ** (-event.deltaY * ZOOM_PER_NOTCH));
    };
    const place = map.current;
    place?.addEventListener('wheel', turn, { passive: false });
    return () => place?.removeEventListener('wheel', turn);
  }, [flow]);

  const take = ({ currentTarget, pointerId, clientX, clientY }: PointerEvent): void => {
    currentTarget.setPointerCapture(pointerId);
    last.current = { x: clientX, y: clientY };
  };
  const drag = ({ clientX, clientY }: PointerEvent): void => {
    if (!last.current) return;
    const { x: left, y: top, zoom } = flow.getViewport();
    const [right, down] = [clientX - last.current.x, clientY - last.current.y];
    last.current = { x: clientX, y: clientY };
    void flow.setViewport({ x: left - right * scale * zoom, y: top - down * scale * zoom, zoom });
  };
  return (
    <Panel position="bottom-right" className="react-flow__minimap">
      <div
        ref={map}
        className="overview"
        role="img"
        aria-label={t('minimap')}
        onPointerDown={take}
        onPointerMove={drag}
        onLostPointerCapture={() => (last.current = null)}
      >
        <Steps outlines={useDeferredValue(outlines)} box={useDeferredValue(box)} />
        <svg {...SIZE} viewBox={box} aria-hidden>
          <path
            className="react-flow__minimap-mask"
            fillRule="evenodd"
            d={`M${x} ${y}h${width}v${height}h${-width}zM${sight.x} ${sight.y}h${sight.width}v${sight.height}h${-sight.width}z`}
          />
        </svg>
      </div>
    </Panel>
  );
});

const Steps = memo(function Steps({ outlines: { paths }, box }: { outlines: Outlines; box: string }) {
  return (
    <svg {...SIZE} viewBox={box} aria-hidden>
      <path className="map-note" d={paths.note} />
      <path className="map-step" d={paths.step} />
      <path className="map-step is-chosen" d={paths.chosen} />
      <path className="map-dot" d={paths.warning} />
      <path className="map-dot is-error" d={paths.error} />
    </svg>
  );
});

/** The part of the canvas that is in sight. */
function sightOf({
  transform: [left, top, zoom],
  width,
  height,
}: {
  transform: [x: number, y: number, zoom: number];
  width: number;
  height: number;
}): Area {
  return { x: -left / zoom, y: -top / zoom, width: width / zoom, height: height / zoom };
}

const isSameArea = (a: Area, b: Area): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
