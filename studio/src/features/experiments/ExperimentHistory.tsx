import { Table } from 'antd';
import { useRead } from '../../api/use-read.ts';
import { dateTime } from '../../i18n/formats.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import type { Experiment } from './experiment.ts';
import { ExperimentResults } from './ExperimentResults.tsx';
import { goalWords } from './goal-words.ts';
import { useTexts } from './texts.ts';

/** Finished experiments; each opens with what came of it. */
export function ExperimentHistory({ experiments }: { experiments: readonly Experiment[] }) {
  const t = useTexts();
  const date = (iso: string | null): string => (iso === null ? '—' : dateTime(iso));
  return (
    <section className="panel padded">
      <h2>{t('earlier')}</h2>
      <Table<Experiment>
        size="small"
        rowKey="id"
        pagination={experiments.length > 10 && { pageSize: 10 }}
        scroll={{ x: 'max-content' }}
        dataSource={[...experiments]}
        expandable={{ expandedRowRender: (experiment) => <Past experiment={experiment} /> }}
        columns={[
          { title: t('name'), dataIndex: 'name' },
          { title: t('goal'), key: 'goal', render: (_, { goals }) => goalWords(t, goals) },
          {
            title: t('when'),
            key: 'when',
            render: (_, { startedAt, finishedAt }) => `${date(startedAt)} – ${date(finishedAt)}`,
          },
          {
            title: t('winner'),
            key: 'winner',
            render: (_, { promoted, variants }) => variants.find(({ id }) => id === promoted)?.name ?? t('nobody'),
          },
        ]}
      />
    </section>
  );
}

function Past({ experiment }: { experiment: Experiment }) {
  const results = useRead('getExperimentResults', { params: { id: experiment.id } });
  return <Loaded of={results}>{(found) => <ExperimentResults experiment={experiment} results={found} />}</Loaded>;
}
