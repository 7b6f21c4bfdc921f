import { Background, Controls, ReactFlow, ReactFlowProvider } from '@xyflow/react';
import type { Scenario } from '@scenarium/language';
import { useMemo, useState } from 'react';
import { indexOf, type Point } from '../../document/index.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import type { OverlayStore } from '../scenarios/overlay.ts';
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
}

/**
 * A scenario as a graph that can be looked at and not changed: for comparisons, coverage, and the way a conversation took.
 *
 * @example <ScenarioPicture scenario={version.scenario} overlay={marks} height={420} />
 */
export function ScenarioPicture({ scenario, overlay, height }: ScenarioPictureProps) {
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
          <ReactFlowProvider>
            <ReactFlow
              aria-label={t('canvas')}
              nodes={nodesAt(places)}
              edges={projectEdges(index)}
              nodeTypes={nodeTypes}
              edgeTypes={edgeTypes}
              nodesDraggable={false}
              nodesConnectable={false}
              nodesFocusable={false}
              edgesFocusable={false}
              elementsSelectable={false}
              onlyRenderVisibleElements
              minZoom={0.05}
              fitView
            >
              <Background gap={16} />
              <Controls showInteractive={false} />
            </ReactFlow>
          </ReactFlowProvider>
        </OverlayContext>
      )}
    </div>
  );
}

const NONE = new Map();
