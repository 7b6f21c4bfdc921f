import type { Scenario } from '@scenarium/language';
import type { Agent } from '../../agents/index.ts';
import type { PublishingOptions } from '../index.ts';
import { propose, type StepProposal } from './propose.ts';

/** The conversations that one agent has in progress, by the step where they are. */
export interface LiveAgent {
  agent: Agent;
  version: string;
  conversations: number;
  steps: (StepProposal & { conversations: number })[];
}

/** Who is talking on each agent of a scenario, and what another version of it (the draft where none is named) means for them. */
export async function liveOf(
  options: PublishingOptions,
  { tenant, scenario, version }: { tenant: string; scenario: string; version?: string | undefined },
): Promise<LiveAgent[]> {
  const { scenarios, agents } = options;
  const { _id, draft } = await scenarios.get(tenant, scenario);
  const after = version === undefined ? draft : (await scenarios.compiled(tenant, version)).scenario;
  const found: LiveAgent[] = [];
  for (const agent of await agents.list(tenant)) {
    if (agent.scenario !== _id || agent.version === null || agent.version === version) continue;
    found.push(await liveOn(options, { tenant, agent, version: agent.version, after }));
  }
  return found;
}

async function liveOn(
  { scenarios, runtime }: PublishingOptions,
  { tenant, agent, version, after }: { tenant: string; agent: Agent; version: string; after: Scenario },
): Promise<LiveAgent> {
  const { scenario: before } = await scenarios.compiled(tenant, version);
  const { conversations, steps } = await runtime().store.steps({ tenant, agent: agent._id, version });
  const proposals = new Map(propose(before, after).map((proposal) => [proposal.step.id, proposal]));
  return {
    agent,
    version,
    conversations,
    steps: steps.flatMap(({ step, conversations: count }) => {
      const proposal = proposals.get(step);
      return proposal ? [{ ...proposal, conversations: count }] : [];
    }),
  };
}
