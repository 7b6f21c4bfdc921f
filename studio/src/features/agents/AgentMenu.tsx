import { EllipsisOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { Agent, Block } from './agent.ts';
import { takeKey } from '../../ui/take-key.ts';
import { useTexts } from './texts.ts';
import { useAgentActions } from './use-agent-actions.tsx';

export function AgentMenu({ agent, blocks = [] }: { agent: Agent; blocks?: readonly Block[] }) {
  const t = useTexts();
  const actions = useAgentActions(blocks);
  return (
    <Dropdown autoFocus menu={{ ...actions(agent), onClick: takeKey }} trigger={['click']}>
      <Button type="text" size="small" icon={<EllipsisOutlined />} aria-label={t('actions', { name: agent.name })} />
    </Dropdown>
  );
}
