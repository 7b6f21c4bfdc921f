import { Panel, useReactFlow, useStoreApi } from '@xyflow/react';
import { memo, useDeferredValue, useEffect, useMemo, useRef, type PointerEvent } from 'react';
import type { Point } from '../../../document/index.ts';
import type { CanvasNode } from '../project/project-nodes.ts';
import { useTexts } from '../texts.ts';
import { frameOf, mapOf } from './map-of.ts';
import { outlinesOf, type Outlines } from './outlines.ts';

const SIZE = { width: 178, height: 122 };
const ZOOM_PER_NOTCH = 0.002;

/**
 * The whole scenario in a corner, with what is in sight of it: drag there to move, turn the wheel to zoom. The map of React Flow has a
 * part of its own for every node and is painted again at every picture of a move; here a move shifts the frame and nothing else.
 */
export const Overview = memo(function Overview({ nodes }: { nodes: readonly CanvasNode[] }) {
  const t = useTexts();
  const flow = useReactFlow();
  const store = useStoreApi();
  const place = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLElement>(null);
  const last = useRef<Point>(null);
  const outlines = useDeferredValue(useMemo(() => outlinesOf(nodes), [nodes]));
  const map = useMemo(() => mapOf(outlines.area, SIZE), [outlines]);

  useEffect(() => {
    const follow = (now: ReturnType<typeof store.getState>): void => {
      const { x, y, width, height } = frameOf(now, map, SIZE);
      const moved = `translate(${x}px, ${y}px) scale(${width / SIZE.width}, ${height / SIZE.height})`;
      frame.current?.style.setProperty('transform', moved);
    };
    follow(store.getState());
    return store.subscribe(follow);
  }, [store, map]);

  useEffect(() => {
    const turn = (event: WheelEvent): void => {
      event.preventDefault();
      void flow.zoomTo(flow.getZoom() * 2 ** (-event.deltaY * ZOOM_PER_NOTCH));
    };
    const overview = place.current;
    overview?.addEventListener('wheel', turn, { passive: false });
    return () => overview?.removeEventListener('wheel', turn);
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
    void flow.setViewport({ x: left - right * map.scale * zoom, y: top - down * map.scale * zoom, zoom });
  };
  return (
    <Panel position="bottom-right" className="react-flow__minimap">
      <div
        ref={place}
        className="overview"
        role="img"
        aria-label={t('minimap')}
        onPointerDown={take}
        onPointerMove={drag}
        onLostPointerCapture={() => (last.current = null)}
      >
        <i ref={frame} className="overview-frame" style={SIZE} />
        <Steps outlines={outlines} box={map.box} />
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
