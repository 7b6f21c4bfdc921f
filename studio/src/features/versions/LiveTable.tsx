import type { Scenario } from '@scenarium/language';
import { Select, Table, Tag } from 'antd';
import { fateOf, wayOf, waysFor, type Choices, type Fate, type LiveAgent, type LiveStep } from './fate.ts';
import { useTexts } from './texts.ts';

interface LiveTableProps {
  live: LiveAgent;
  /** The scenario they would go on with. */
  after: Scenario;
  choices: Choices;
  onChoose(fate: Fate): void;
}

const COLORS = { unchanged: 'default', changed: 'warning', removed: 'error' } as const;

/** The conversations that an agent has in progress, by step, with what becomes of them. */
export function LiveTable({ live, after, choices, onChoose }: LiveTableProps) {
  const t = useTexts();
  if (live.conversations === 0) return <p className="soft">{t('nobody')}</p>;
  return (
    <Table<LiveStep>
      size="small"
      rowKey="step"
      pagination={live.steps.length > 20 && { pageSize: 20 }}
      dataSource={live.steps}
      columns={[
        { title: t('step'), dataIndex: 'name' },
        { title: t('people'), dataIndex: 'conversations', width: 80, align: 'right' },
        {
          title: t('change'),
          key: 'change',
          width: 190,
          render: (_, { change, parts }) => (
            <>
              <Tag color={COLORS[change]}>{t(`change.${change}`)}</Tag>
              {parts.length > 0 && <div className="soft">{parts.map((part) => t(`part.${part}`)).join(', ')}</div>}
            </>
          ),
        },
        {
          title: t('then'),
          key: 'then',
          width: 280,
          render: (_, step) => (
            <FateChoice step={step} after={after} fate={choices.get(step.step) ?? step.proposal} onChoose={onChoose} />
          ),
        },
      ]}
    />
  );
}

interface FateChoiceProps {
  step: LiveStep;
  after: Scenario;
  fate: Fate;
  onChoose(fate: Fate): void;
}

function FateChoice({ step, after, fate, onChoose }: FateChoiceProps) {
  const t = useTexts();
  const way = wayOf(fate);
  const others = after.steps.filter(({ id }) => id !== step.step);
  const first = others[0]?.id ?? step.step;
  return (
    <div className="stack tight">
      <Select
        aria-label={`${t('then')}: ${step.name}`}
        value={way}
        options={waysFor(step, after.steps).map((value) => ({ value, label: t(value) }))}
        onChange={(value) => onChoose(fateOf(step.step, value, first))}
      />
      {way === 'elsewhere' && fate.fate === 'move' && (
        <Select
          aria-label={`${t('where')}: ${step.name}`}
          showSearch={{ optionFilterProp: 'label' }}
          value={fate.to}
          options={others.map(({ id, name }) => ({ value: id, label: name ?? id }))}
          onChange={(to) => onChoose(fateOf(step.step, 'elsewhere', to))}
        />
      )}
    </div>
  );
}
