import { Input, Table } from 'antd';
import { useState } from 'react';
import type { Answer } from '../../api/send.ts';
import { useRead } from '../../api/use-read.ts';
import { count, money } from '../../i18n/formats.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { useTexts } from './texts.ts';

type Row = Answer<'getModelUsage'>['usage'][number];

interface Budget {
  cost?: number | null;
  tokens?: number | null;
}

/** What models used up in a month, against the budget. */
export function ModelUsage({ budget }: { budget: Budget | undefined }) {
  const t = useTexts();
  const [month, setMonth] = useState(new Date().toISOString().slice(0, 7));
  const usage = useRead('getModelUsage', { query: { month } }, { every: 30_000 });
  return (
    <section className="panel padded">
      <div className="row apart">
        <h2 style={{ margin: 0 }}>{t('usage')}</h2>
        <Input
          type="month"
          aria-label={t('month')}
          style={{ width: 170 }}
          value={month}
          onChange={({ target }) => target.value && setMonth(target.value)}
        />
      </div>
      <Loaded of={usage}>
        {({ usage: rows }) => {
          const cost = rows.reduce((sum, row) => sum + row.cost, 0);
          const tokens = rows.reduce((sum, row) => sum + row.inputTokens + row.outputTokens, 0);
          return (
            <div className="stack" style={{ marginTop: 14 }}>
              {budget?.cost && <Meter label={t('cost')} used={cost} limit={budget.cost} show={money} />}
              {budget?.tokens && <Meter label={t('tokens')} used={tokens} limit={budget.tokens} show={count} />}
              <Table<Row>
                size="small"
                rowKey={({ connection, model }) => `${connection}:${model}`}
                pagination={false}
                dataSource={rows}
                locale={{ emptyText: <span className="soft">{t('nothing')}</span> }}
                columns={[
                  {
                    title: t('model'),
                    key: 'model',
                    render: (_, { connection, model }) => <code>{`${connection}:${model}`}</code>,
                  },
                  { title: t('calls'), key: 'calls', align: 'right', render: (_, { calls }) => count(calls) },
                  { title: t('input'), key: 'in', align: 'right', render: (_, { inputTokens }) => count(inputTokens) },
                  {
                    title: t('output'),
                    key: 'out',
                    align: 'right',
                    render: (_, { outputTokens }) => count(outputTokens),
                  },
                  { title: t('cost'), key: 'cost', align: 'right', render: (_, row) => money(row.cost) },
                ]}
              />
            </div>
          );
        }}
      </Loaded>
    </section>
  );
}

interface MeterProps {
  label: string;
  used: number;
  limit: number;
  show(value: number): string;
}

function Meter({ label, used, limit, show }: MeterProps) {
  const t = useTexts();
  return (
    <div>
      <div className="row apart">
        <span>{label}</span>
        <span className="soft">{t('used', { used: show(used), limit: show(limit) })}</span>
      </div>
      <div
        className="meter"
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={limit}
        aria-valuenow={used}
      >
        <div style={{ width: `${Math.min(100, (used / limit) * 100)}%` }} />
      </div>
    </div>
  );
}
