import { ExperimentOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Answer } from '../../api/send.ts';
import { useCan } from '../../api/use-can.ts';
import { useRead } from '../../api/use-read.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import type { Experiment } from './experiment.ts';
import { ExperimentForm } from './ExperimentForm.tsx';
import { ExperimentHistory } from './ExperimentHistory.tsx';
import { ExperimentPanel } from './ExperimentPanel.tsx';
import { useTexts } from './texts.ts';

/** The experiments of an agent: those that are planned or run, and those that are over. */
export function AgentExperiments({ agent }: { agent: Answer<'getAgent'> }) {
  const t = useTexts();
  const canWrite = useCan('agents:write');
  const [planned, setPlanned] = useState<Experiment | 'new' | null>(null);
  const experiments = useRead('listExperiments', { query: { agent: agent.id } });
  if (planned)
    return <ExperimentForm agent={agent} draft={planned === 'new' ? null : planned} onDone={() => setPlanned(null)} />;
  const create = canWrite && agent.version !== null && (
    <Button type="primary" onClick={() => setPlanned('new')}>
      {t('create')}
    </Button>
  );
  return (
    <Loaded of={experiments}>
      {({ experiments: all }) => {
        if (all.length === 0)
          return (
            <EmptyState icon={<ExperimentOutlined />} title={t('emptyTitle')} action={create}>
              {agent.version === null ? t('neverPublished') : t('emptyText')}
            </EmptyState>
          );
        const finished = all.filter(({ status }) => status === 'finished');
        return (
          <div className="stack">
            {create && <div className="row">{create}</div>}
            {all
              .filter(({ status }) => status !== 'finished')
              .map((experiment) => (
                <ExperimentPanel key={experiment.id} experiment={experiment} onEdit={() => setPlanned(experiment)} />
              ))}
            {finished.length > 0 && <ExperimentHistory experiments={finished} />}
          </div>
        );
      }}
    </Loaded>
  );
}
