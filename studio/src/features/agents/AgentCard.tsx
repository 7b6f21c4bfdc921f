import { Link } from 'react-router';
import { ago } from '../../i18n/formats.ts';
import type { Agent, Block } from './agent.ts';
import { AgentMenu } from './AgentMenu.tsx';
import { AgentStatus } from './AgentStatus.tsx';
import { dragType } from './drag.ts';
import { useTexts } from './texts.ts';

interface AgentCardProps {
  agent: Agent;
  live: number;
  blocks: readonly Block[];
  canMove: boolean;
}

/** One agent; it can be dragged into a block. */
export function AgentCard({ agent, live, blocks, canMove }: AgentCardProps) {
  const t = useTexts();
  return (
    <article
      className="agent-card"
      draggable={canMove}
      onDragStart={({ dataTransfer }) => dataTransfer.setData(dragType, agent.id)}
    >
      <header>
        <Link to={`/agents/${agent.id}`} draggable={false}>
          {agent.name}
        </Link>
        <AgentMenu agent={agent} blocks={blocks} />
      </header>
      <p className="clamp">{agent.description}</p>
      <footer>
        <AgentStatus agent={agent} />
        {live > 0 && <span>{t('live', { count: live })}</span>}
        <span>{t('changedWhen', { when: ago(agent.updatedAt) })}</span>
      </footer>
    </article>
  );
}
