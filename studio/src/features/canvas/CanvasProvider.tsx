import { ReactFlowProvider, useStore, useStoreApi } from '@xyflow/react';
import { useState, type ReactNode } from 'react';
import { DistanceContext, distanceOf } from './look/distance.ts';

/** What all pictures of a scenario share. */
export function CanvasProvider({ children }: { children: ReactNode }) {
  return (
    <ReactFlowProvider>
      <Shared>{children}</Shared>
    </ReactFlowProvider>
  );
}

function Shared({ children }: { children: ReactNode }) {
  const flow = useStoreApi();
  // Nothing has to be measured: how large a card is and where its ports are is known before it is drawn.
  useState(() => flow.setState({ updateNodeInternals: () => undefined }));
  return <DistanceContext value={useStore(distanceOf)}>{children}</DistanceContext>;
}
