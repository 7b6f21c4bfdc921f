import { lazy, Suspense, useState } from 'react';
import { useCan } from '../../api/use-can.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ActivateDialog } from '../versions/ActivateDialog.tsx';
import { ActivateButton, VersionHistory, type Version } from '../versions/VersionHistory.tsx';
import type { Agent } from './agent.ts';
import { useTexts } from './texts.ts';

const CompareDialog = lazy(async () => ({ default: (await import('../versions/CompareDialog.tsx')).CompareDialog }));

/** All versions of the agent's scenario; any of them can be made active, and compared with the one before. */
export function AgentVersions({ agent }: { agent: Agent }) {
  const t = useTexts();
  const canWrite = useCan('agents:write');
  const [activating, setActivating] = useState<Version>();
  const [compared, setCompared] = useState<Version>();
  const { scenario } = agent;
  if (scenario === null) return <EmptyState title={t('noVersions')}>{t('noVersionsText')}</EmptyState>;
  return (
    <>
      <VersionHistory
        scenario={scenario}
        agents={[agent]}
        onCompare={setCompared}
        actions={(version, all) =>
          canWrite &&
          version.id !== agent.version && (
            <ActivateButton
              isOlder={version.number < (all.find(({ id }) => id === agent.version)?.number ?? 0)}
              onClick={() => setActivating(version)}
            />
          )
        }
      />
      {activating && <ActivateDialog agent={agent} version={activating} onClose={() => setActivating(undefined)} />}
      <Suspense fallback={null}>
        {compared && (
          <CompareDialog
            scenario={scenario}
            first={
              compared.id === agent.version || agent.version === null
                ? { after: `version:${compared.id}` }
                : { before: `version:${agent.version}`, after: `version:${compared.id}` }
            }
            onClose={() => setCompared(undefined)}
          />
        )}
      </Suspense>
    </>
  );
}
