import { ObjectId } from 'mongodb';
import type { Fate } from '../../../runtime/index.ts';
import type { Activation } from '../model.ts';
import { publishingProblems } from '../problems.ts';
import type { Parts } from '../parts.ts';
import { completePlan } from './complete-plan.ts';

/** The choices for the conversations that an agent has in progress. */
export interface Choice {
  /** Id or slug. */
  agent: string;
  steps: readonly Fate[];
  message: Readonly<Record<string, string>>;
}

export interface ActivateVersion extends Choice {
  tenant: string;
  version: string;
  author: string;
}

/**
 * Lets an agent run another version: new conversations do at once, those in progress as planned. It is carried out to its end whatever
 * happens to this process.
 *
 * @throws agent_not_found, version_not_found, plan_invalid, activation_under_way
 */
export async function activate(
  { agents, scenarios, activations, asking }: Parts,
  { tenant, agent: reference, version: to, steps, message, author }: ActivateVersion,
): Promise<Activation> {
  const agent = await agents.get(tenant, reference);
  const { scenario: after } = await scenarios.compiled(tenant, to);
  const { _id, version: from } = agent;
  const before = from === null ? null : (await scenarios.compiled(tenant, from)).scenario;
  const plan = before ? completePlan(steps, before, after) : [];
  try {
    const made = await activations.create({
      _id: new ObjectId().toHexString(),
      ...{ tenant, agent: _id, from, to, steps: plan, message, author, state: 'asking' },
    });
    const activation = made.toObject();
    await agents.update({ tenant, id: _id }, { version: to });
    asking.ask(activation);
    return activation;
  } catch (error) {
    if ((error as { code?: number }).code === 11000) throw publishingProblems.activation_under_way({ detail: _id });
    throw error;
  }
}

/** Could an agent run a draft as its next version with these choices? @throws as `activate` does */
export async function checkChoice(
  { agents, scenarios, activations }: Parts,
  { tenant, scenario, agent: reference, steps }: Choice & { tenant: string; scenario: string },
): Promise<void> {
  const { _id: agent, version } = await agents.get(tenant, reference);
  if (await activations.exists({ tenant, agent, state: 'asking' }))
    throw publishingProblems.activation_under_way({ detail: agent });
  if (version === null) return;
  const { draft } = await scenarios.get(tenant, scenario);
  completePlan(steps, (await scenarios.compiled(tenant, version)).scenario, draft);
}
