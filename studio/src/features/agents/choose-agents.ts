import type { Agent } from './agent.ts';

export interface Choice {
  query: string;
  status: 'all' | 'answering' | 'silent';
  sort: 'name' | 'change' | 'live';
}

/** The agents that are asked for, in the order that is asked for. */
export function chooseAgents(
  agents: readonly Agent[],
  { query, status, sort }: Choice,
  liveOf: (id: string) => number,
): Agent[] {
  const text = query.trim().toLowerCase();
  const orders: Record<Choice['sort'], (a: Agent, b: Agent) => number> = {
    name: (a, b) => a.name.localeCompare(b.name),
    change: (a, b) => b.updatedAt.localeCompare(a.updatedAt),
    live: (a, b) => liveOf(b.id) - liveOf(a.id),
  };
  return agents
    .filter(({ version }) => status === 'all' || (version !== null) === (status === 'answering'))
    .filter(({ name, slug, description }) => `${name} ${slug} ${description}`.toLowerCase().includes(text))
    .sort(orders[sort]);
}
