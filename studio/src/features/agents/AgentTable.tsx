import { Table } from 'antd';
import { Link } from 'react-router';
import { ago, count } from '../../i18n/formats.ts';
import type { Agent, Block } from './agent.ts';
import { AgentMenu } from './AgentMenu.tsx';
import { AgentStatus } from './AgentStatus.tsx';
import { useTexts } from './texts.ts';

interface AgentTableProps {
  agents: readonly Agent[];
  liveOf(id: string): number;
  blocks: readonly Block[];
}

export function AgentTable({ agents, liveOf, blocks }: AgentTableProps) {
  const t = useTexts();
  return (
    <Table<Agent>
      className="panel"
      size="middle"
      rowKey="id"
      pagination={false}
      dataSource={[...agents]}
      scroll={{ x: 'max-content' }}
      columns={[
        { title: t('name'), key: 'name', render: (_, agent) => <Link to={`/agents/${agent.id}`}>{agent.name}</Link> },
        { title: t('status'), key: 'status', render: (_, agent) => <AgentStatus agent={agent} /> },
        { title: t('slug'), key: 'slug', render: (_, { slug }) => <code>{slug}</code> },
        { title: t('live'), key: 'live', align: 'right', render: (_, { id }) => count(liveOf(id)) },
        { title: t('changed'), key: 'changed', render: (_, { updatedAt }) => ago(updatedAt) },
        { key: 'menu', width: 48, render: (_, agent) => <AgentMenu agent={agent} blocks={blocks} /> },
      ]}
    />
  );
}
