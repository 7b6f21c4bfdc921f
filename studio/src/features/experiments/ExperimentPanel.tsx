import { Button, Space } from 'antd';
import { useCan } from '../../api/use-can.ts';
import { useRead } from '../../api/use-read.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import type { Experiment, Results } from './experiment.ts';
import { ExperimentResults } from './ExperimentResults.tsx';
import { ExperimentStatus } from './ExperimentStatus.tsx';
import { goalWords } from './goal-words.ts';
import { percent } from './numbers.ts';
import { useTexts } from './texts.ts';
import { useExperimentActions } from './use-experiment-actions.tsx';

const EVERY_MS = 10_000;

interface ExperimentPanelProps {
  experiment: Experiment;
  onEdit(): void;
}

/** An experiment that is not finished: what it asks, how it stands, what can be done. */
export function ExperimentPanel({ experiment, onEdit }: ExperimentPanelProps) {
  const t = useTexts();
  const canWrite = useCan('agents:write');
  const { id, name, hypothesis, goals, status, variants } = experiment;
  const results = useRead(
    'getExperimentResults',
    { params: { id } },
    { every: status === 'running' && EVERY_MS, enabled: status !== 'draft' },
  );
  return (
    <section className="panel padded" aria-label={name}>
      <div className="row apart">
        <h2>{name}</h2>
        {canWrite && <Actions experiment={experiment} results={results.data} onEdit={onEdit} />}
      </div>
      <p>
        <ExperimentStatus experiment={experiment} />
      </p>
      {hypothesis && <p className="pre">{hypothesis}</p>}
      <p className="soft">
        {t('goal')}: {goalWords(t, goals)}
        {status === 'draft' &&
          ` · ${variants.map((variant) => `${variant.name} ${percent(variant.weight / 100)}`).join(' · ')}`}
      </p>
      {status !== 'draft' && (
        <Loaded of={results}>{(found) => <ExperimentResults experiment={experiment} results={found} />}</Loaded>
      )}
    </section>
  );
}

function Actions({ experiment, results, onEdit }: ExperimentPanelProps & { results: Results | undefined }) {
  const t = useTexts();
  const { start, pause, finish, remove } = useExperimentActions();
  const { status } = experiment;
  if (status === 'draft')
    return (
      <Space wrap>
        <Button onClick={() => remove(experiment)}>{t('remove')}</Button>
        <Button onClick={onEdit}>{t('edit')}</Button>
        <Button type="primary" onClick={() => start(experiment)}>
          {t('start')}
        </Button>
      </Space>
    );
  return (
    <Space wrap>
      {status === 'running' ? (
        <Button onClick={() => pause(experiment)}>{t('pause')}</Button>
      ) : (
        <Button onClick={() => start(experiment)}>{t('resume')}</Button>
      )}
      <Button type="primary" onClick={() => finish(experiment, results?.verdict.variant ?? null)}>
        {t('finish')}
      </Button>
    </Space>
  );
}
