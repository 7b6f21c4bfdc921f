import { Segmented } from 'antd';
import { useState } from 'react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { Simulation } from '../simulation/simulation.ts';
import { SimulationPanel } from '../simulation/SimulationPanel.tsx';
import type { OverlayStore } from './overlay.ts';
import { useTexts } from './texts.ts';
import type { Check } from './use-check.ts';

interface SideChatProps {
  /** Where the scenario is stored. */
  id: string;
  check: Check;
  overlay: OverlayStore;
  simulation: Simulation;
  agent: { id: string; version: string | null; web: boolean } | undefined;
}

/** Talks to the draft, played in the browser, or to what is published, as end users do. */
export function SideChat({ id, check, overlay, simulation, agent }: SideChatProps) {
  const t = useTexts();
  const [which, setWhich] = useState<'draft' | 'published'>('draft');
  return (
    <aside className="side" aria-label={t('tryTitle')}>
      <Segmented
        block
        aria-label={t('tryTitle')}
        value={which}
        options={[
          { value: 'draft' as const, label: t('tryDraft') },
          { value: 'published' as const, label: t('tryPublished') },
        ]}
        onChange={setWhich}
      />
      {which === 'draft' && (
        <SimulationPanel
          id={id}
          scenario={check.scenario}
          problems={check.problems}
          overlay={overlay}
          simulation={simulation}
        />
      )}
      {which === 'published' &&
        (agent?.version && agent.web ? (
          <iframe key={agent.version} src={`/chat/${agent.id}`} title={t('tryPublished')} />
        ) : (
          <EmptyState title={t('noPublished')}>{t('noPublishedText')}</EmptyState>
        ))}
    </aside>
  );
}
