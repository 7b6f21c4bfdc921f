import { Table } from 'antd';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/send.ts';
import { useRead } from '../../api/use-read.ts';
import { dateTime } from '../../i18n/formats.ts';
import { useTexts } from './texts.ts';

export type KeptDraft = Answer<'listKeptDrafts'>['kept'][number];

/** Copies of drafts that something else took the place of; nothing while there are none. */
export function KeptDrafts({ scenario, actions }: { scenario: string; actions(kept: KeptDraft): ReactNode }) {
  const t = useTexts();
  const { data } = useRead('listKeptDrafts', { params: { id: scenario } });
  if (!data || data.kept.length === 0) return null;
  return (
    <section>
      <h3>{t('keptTitle')}</h3>
      <p className="soft">{t('keptHint')}</p>
      <Table<KeptDraft>
        className="panel"
        size="small"
        rowKey="id"
        aria-label={t('keptTitle')}
        pagination={data.kept.length > 10 && { pageSize: 10 }}
        dataSource={data.kept}
        columns={[
          { title: t('when'), key: 'when', width: 170, render: (_, { createdAt }) => dateTime(createdAt) },
          { title: t('note'), dataIndex: 'note' },
          { key: 'do', align: 'right', render: (_, kept) => <div className="row">{actions(kept)}</div> },
        ]}
      />
    </section>
  );
}
