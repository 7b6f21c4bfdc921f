import { useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';

/** Pixels between two dots where the canvas is as large as life, and the least there are from afar. */
const GAP = { actual: 24, least: 18 };

/**
 * The dots behind the steps. They are painted once and then only moved and scaled: the background of React Flow has the whole canvas
 * painted again at every picture of a move.
 */
export function Dots() {
  const dots = useRef<HTMLDivElement>(null);
  const store = useStoreApi();
  useEffect(() => {
    const place = ({ transform: [x, y, zoom] }: { transform: readonly [x: number, y: number, zoom: number] }): void => {
      const scale = zoom * 2 ** Math.ceil(Math.log2(GAP.least / GAP.actual / zoom));
      const gap = GAP.actual * scale;
      dots.current?.style.setProperty('transform', `translate(${x % gap}px, ${y % gap}px) scale(${scale})`);
    };
    place(store.getState());
    return store.subscribe(place);
  }, [store]);
  return <div ref={dots} className="canvas-dots" aria-hidden />;
}
