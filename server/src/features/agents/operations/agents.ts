import { ObjectId } from 'mongodb';
import type { Model } from 'mongoose';
import type { Agent } from '../model.ts';
import { agentProblems } from '../problems.ts';

export type AgentSettings = Pick<
  Agent,
  'slug' | 'name' | 'description' | 'shownAs' | 'scenario' | 'version' | 'variables' | 'turnTaking' | 'model' | 'web'
>;

export async function createAgent(agents: Model<Agent>, tenant: string, settings: AgentSettings): Promise<Agent> {
  try {
    return (await agents.create({ _id: new ObjectId().toHexString(), tenant, ...settings })).toObject();
  } catch (error) {
    if ((error as { code?: number }).code === 11000) throw agentProblems.agent_exists({ detail: settings.slug });
    throw error;
  }
}

/** An agent of an organisation by id or slug. */
export async function getAgent(agents: Model<Agent>, tenant: string, reference: string): Promise<Agent> {
  const found = await agents.findOne({ tenant, $or: [{ _id: reference }, { slug: reference }] }).lean();
  if (!found) throw agentProblems.agent_not_found({ detail: reference });
  return found;
}

export function listAgents(agents: Model<Agent>, tenant: string): Promise<Agent[]> {
  return agents.find({ tenant }).sort({ name: 1 }).lean();
}

export async function updateAgent(
  agents: Model<Agent>,
  { tenant, id }: { tenant: string; id: string },
  changes: Partial<AgentSettings>,
): Promise<Agent> {
  const { _id } = await getAgent(agents, tenant, id);
  try {
    const updated = await agents
      .findOneAndUpdate({ tenant, _id }, { $set: changes }, { returnDocument: 'after' })
      .lean();
    if (!updated) throw agentProblems.agent_not_found({ detail: id });
    return updated;
  } catch (error) {
    if ((error as { code?: number }).code === 11000) throw agentProblems.agent_exists({ detail: changes.slug ?? '' });
    throw error;
  }
}

/** Removes an agent. Its conversations stay, and go on to their end on the version they began with. */
export async function removeAgent(agents: Model<Agent>, { tenant, id }: { tenant: string; id: string }): Promise<void> {
  const { _id } = await getAgent(agents, tenant, id);
  await agents.deleteOne({ tenant, _id });
}
