import { ExperimentOutlined } from '@ant-design/icons';
import { Tag, Tooltip } from 'antd';
import type { Agent } from './agent.ts';
import { useTexts } from './texts.ts';

/** Does it answer, and does an experiment choose its versions? In words, not in colour alone. */
export function AgentStatus({ agent }: { agent: Agent }) {
  const t = useTexts();
  if (!agent.version) return <span className="status wait">{t('isSilent')}</span>;
  return (
    <>
      <span className="status good">{t('isAnswering')}</span>
      {agent.experiment && (
        <Tooltip title={t('inExperimentMeaning')}>
          <Tag icon={<ExperimentOutlined />}>{t('inExperiment')}</Tag>
        </Tooltip>
      )}
    </>
  );
}
