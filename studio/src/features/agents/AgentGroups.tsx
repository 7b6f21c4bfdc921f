import { useWrite } from '../../api/use-write.ts';
import { useTell } from '../../ui/use-tell.ts';
import type { Agent, Block } from './agent.ts';
import { AgentCard } from './AgentCard.tsx';
import { BlockSection } from './BlockSection.tsx';

interface AgentGroupsProps {
  agents: readonly Agent[];
  blocks: readonly Block[];
  liveOf(id: string): number;
  canWrite: boolean;
}

/** Cards of agents, block by block, those in none last. */
export function AgentGroups({ agents, blocks, liveOf, canWrite }: AgentGroupsProps) {
  const tell = useTell();
  const update = useWrite('updateBlock', ['listBlocks']);
  const blocked = new Set(blocks.flatMap((block) => block.agents));
  const groups = [...blocks, null].map((block) => ({
    block,
    members: agents.filter(({ id }) => (block ? block.agents.includes(id) : !blocked.has(id))),
  }));

  function drop(block: Block | null, agent: string): void {
    const from = blocks.find((other) => other.agents.includes(agent));
    if (from === block || (!from && !block)) return;
    const [id, next] = block
      ? [block.id, [...block.agents, agent]]
      : [from?.id ?? '', from?.agents.filter((other) => other !== agent) ?? []];
    update.mutate({ params: { id }, body: { agents: next } }, { onError: tell.failed });
  }

  return groups
    .filter(({ block, members }) => block !== null || members.length > 0)
    .map(({ block, members }) => (
      <BlockSection
        key={block?.id ?? ''}
        block={block}
        blocks={blocks}
        count={members.length}
        canWrite={canWrite}
        onDrop={(agent) => drop(block, agent)}
      >
        <div className="cards">
          {members.map((agent) => (
            <AgentCard
              key={agent.id}
              agent={agent}
              live={liveOf(agent.id)}
              blocks={blocks}
              canMove={canWrite && blocks.length > 0}
            />
          ))}
        </div>
      </BlockSection>
    ));
}
