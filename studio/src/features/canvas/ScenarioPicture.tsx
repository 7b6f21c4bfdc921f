import { Controls, ReactFlow, useReactFlow } from '@xyflow/react';
import type { Scenario } from '@scenarium/language';
import { useEffect, useMemo, useState } from 'react';
import { indexOf, type Point } from '../../document/index.ts';
import { useLanguage } from '../../i18n/use-language.tsx';
import { glide } from '../../ui/motion.ts';
import type { OverlayStore } from '../scenarios/overlay.ts';
import { CanvasProvider } from './CanvasProvider.tsx';
import { Dots } from './look/Dots.tsx';
import { OverlayContext } from './look/marks.ts';
import { edgeTypes, nodeTypes } from './look/types.ts';
import { projectEdges } from './project/project-edges.ts';
import { createProjection } from './project/project-nodes.ts';
import { useTexts } from './texts.ts';
import { usePlaces } from './tidy/use-places.ts';
import './canvas.css';

interface ScenarioPictureProps {
  scenario: Scenario;
  /** What to mark on steps and flows. */
  overlay: OverlayStore;
  height: number | string;
  /** The step that is looked at, here and in what stands beside. */
  chosen?: string | null;
  onChoose?(step: string): void;
}

/**
 * A scenario as a graph that can be looked at and not changed: for comparisons, coverage, and the way a conversation took.
 *
 * @example <ScenarioPicture scenario={version.scenario} overlay={marks} height={420} />
 */
export function ScenarioPicture({ scenario, overlay, height, chosen = null, onChoose }: ScenarioPictureProps) {
  const t = useTexts();
  const { language } = useLanguage();
  const [project] = useState(createProjection);
  const index = useMemo(() => indexOf(scenario), [scenario]);
  const locale = scenario.locales.find((one) => one === language) ?? scenario.locales[0] ?? 'en';
  const nodesAt = (places: Readonly<Record<string, Point>>) => project(index, { locale, severities: NONE, places });
  const places = usePlaces(index, nodesAt);
  return (
    <div className="scenario-picture" style={{ height }}>
      {places && (
        <OverlayContext value={overlay}>
          <CanvasProvider>
            <ReactFlow
              aria-label={t('canvas')}
              nodes={nodesAt(places).map((node) => (node.id === chosen ? { ...node, selected: true } : node))}
              edges={projectEdges(index)}
              nodeTypes={nodeTypes}
              edgeTypes={edgeTypes}
              nodesDraggable={false}
              nodesConnectable={false}
              nodesFocusable={false}
              edgesFocusable={false}
              elementsSelectable={false}
              onNodeClick={(_, { id }) => onChoose?.(id)}
              onlyRenderVisibleElements
              minZoom={0.05}
              fitView
            >
              <Dots />
              <LookAt step={chosen} />
              <Controls showInteractive={false} />
            </ReactFlow>
          </CanvasProvider>
        </OverlayContext>
      )}
    </div>
  );
}

/** Moves the picture to a step that is in it. */
function LookAt({ step }: { step: string | null }) {
  const flow = useReactFlow();
  useEffect(() => {
    if (step !== null && flow.getNode(step)) void flow.fitView({ nodes: [{ id: step }], maxZoom: 1, ...glide() });
  }, [flow, step]);
  return null;
}

const NONE = new Map();
