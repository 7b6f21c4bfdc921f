import { ViewportPortal } from '@xyflow/react';
import type { Value } from '../../../api/value.ts';
import type { Lines } from './use-dragging.ts';

const FAR = 100_000;

/** The lines along which a dragged card lies with others. */
export function GuideLines({ lines }: { lines: Value<Lines> }) {
  const { vertical, horizontal } = lines.use();
  return (
    <ViewportPortal>
      {vertical !== undefined && (
        <i className="guide" style={{ transform: `translate(${vertical}px, ${-FAR / 2}px)`, width: 1, height: FAR }} />
      )}
      {horizontal !== undefined && (
        <i
          className="guide"
          style={{ transform: `translate(${-FAR / 2}px, ${horizontal}px)`, width: FAR, height: 1 }}
        />
      )}
    </ViewportPortal>
  );
}
