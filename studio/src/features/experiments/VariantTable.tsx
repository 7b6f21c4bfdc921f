import { Table, Tooltip } from 'antd';
import { count } from '../../i18n/formats.ts';
import type { VariantResult } from './experiment.ts';
import { percent, points } from './numbers.ts';
import { useTexts } from './texts.ts';

const VERDICTS = { better: 'isBetter', worse: 'isWorse', same: 'isSame', open: 'isOpen' } as const;

/** The counts behind the verdict. */
export function VariantTable({ variants }: { variants: readonly VariantResult[] }) {
  const t = useTexts();
  return (
    <Table<VariantResult>
      size="small"
      rowKey="id"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={[...variants]}
      columns={[
        {
          title: t('variants'),
          key: 'name',
          render: (_, { name, number }) => (
            <>
              {name}{' '}
              {name !== t('versionNumber', { number }) && (
                <span className="soft">{t('versionNumber', { number })}</span>
              )}
            </>
          ),
        },
        { title: t('weight'), key: 'weight', align: 'right', render: (_, { weight }) => percent(weight / 100) },
        { title: t('contacts'), key: 'contacts', align: 'right', render: (_, { contacts }) => count(contacts) },
        { title: t('runs'), key: 'runs', align: 'right', render: (_, { runs }) => count(runs) },
        {
          title: t('conversions'),
          key: 'converted',
          align: 'right',
          render: (_, { conversions }) => count(conversions),
        },
        {
          title: t('rateColumn'),
          key: 'rate',
          align: 'right',
          render: (_, { rate }) => (rate === null ? '—' : percent(rate)),
        },
        {
          title: t('interval'),
          key: 'interval',
          align: 'right',
          render: (_, { interval: [low = 0, high = 1] }) => `${percent(low)} – ${percent(high)}`,
        },
        {
          title: t('difference'),
          key: 'difference',
          align: 'right',
          render(_, { comparison, rate }) {
            if (!comparison || rate === null) return '—';
            const [low = 0, high = 0] = comparison.interval;
            return (
              <Tooltip title={t('oneLook', { low: points(low), high: points(high) })}>
                <span tabIndex={0}>{points(comparison.difference)}</span>
              </Tooltip>
            );
          },
        },
        { title: t('failures'), key: 'failures', align: 'right', render: (_, { failures }) => count(failures) },
        {
          title: t('verdict'),
          key: 'verdict',
          render: (_, { comparison }) =>
            comparison ? t(VERDICTS[comparison.verdict]) : <span className="soft">{t('baseline')}</span>,
        },
      ]}
    />
  );
}
