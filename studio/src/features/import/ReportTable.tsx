import type { ImportedNode, ImportReport } from '@scenarium/language';
import { Segmented, Table, Tag } from 'antd';
import { useState } from 'react';
import { inLanguage } from '../../i18n/in-language.ts';
import { useTexts } from './texts.ts';

const COLOURS = { mapped: 'green', partly: 'gold', not_mapped: 'red' } as const;
const PAGE = 50;

/** What became of every node of a file: first what asks for work. */
export function ReportTable({ report }: { report: Pick<ImportReport, 'nodes'> }) {
  const t = useTexts();
  const kinds = ['not_mapped', 'partly', 'mapped'] as const;
  const [shown, setShown] = useState<ImportedNode['became'] | 'all'>('all');
  const count = (kind: ImportedNode['became']): number => report.nodes.filter(({ became }) => became === kind).length;
  const nodes = report.nodes
    .filter(({ became }) => shown === 'all' || became === shown)
    .toSorted((a, b) => kinds.indexOf(a.became) - kinds.indexOf(b.became));
  return (
    <div className="stack tight">
      <div className="row">
        <Segmented
          aria-label={t('show')}
          value={shown}
          options={[
            { value: 'all' as const, label: `${t('all')} ${report.nodes.length}` },
            ...kinds.map((kind) => ({ value: kind, label: `${t(kind)} ${count(kind)}` })),
          ]}
          onChange={setShown}
        />
      </div>
      <Table<ImportedNode>
        size="small"
        rowKey={({ node, kind }) => `${kind} ${node}`}
        scroll={{ x: 760, y: 320 }}
        pagination={nodes.length > PAGE && { pageSize: PAGE, showSizeChanger: false }}
        dataSource={nodes}
        columns={[
          {
            title: t('node'),
            key: 'node',
            width: 200,
            render: (_, { node, kind, name }) => (
              <>
                {kind}
                <br />
                <small className="soft">{name || node}</small>
              </>
            ),
          },
          {
            title: t('became'),
            key: 'became',
            width: 130,
            render: (_, { became }) => <Tag color={COLOURS[became]}>{t(became)}</Tag>,
          },
          {
            title: t('became_steps'),
            key: 'steps',
            width: 180,
            render: (_, { steps }) =>
              steps.map((step) => (
                <div key={step}>
                  <code>{step}</code>
                </div>
              )),
          },
          {
            title: t('remarks'),
            key: 'remarks',
            render: (_, { remarks }) =>
              remarks.map(({ message, hint, severity }, i) => (
                <div key={i}>
                  {inLanguage({ ...message })}
                  {severity !== 'info' && (
                    <div className="soft">
                      <small>{inLanguage({ ...hint })}</small>
                    </div>
                  )}
                </div>
              )),
          },
        ]}
      />
    </div>
  );
}
