import type { Scenario } from '@scenarium/language';
import type { Agent, Agents } from '../../agents/index.ts';
import { agentProblems } from '../../agents/index.ts';
import type { Cases } from '../../cases/index.ts';
import type { Scenarios, StoredScenario } from '../../scenarios/index.ts';
import type { Template } from '../model.ts';
import { saveCases } from './save-cases.ts';

const MOST_TRIES = 50;

/** Makes an agent with a scenario of its own, published as version 1. @throws agent_exists */
export async function createFromTemplate(
  { agents, scenarios, cases }: { agents: Agents; scenarios: Scenarios; cases: Cases },
  template: Template,
  { tenant, author, slug, name }: { tenant: string; author: string; slug: string; name: string },
): Promise<Agent> {
  // Looked at first, so that a name that is taken leaves no scenario behind.
  if ((await agents.list(tenant)).some((agent) => agent.slug === slug))
    throw agentProblems.agent_exists({ detail: slug });
  const stored = await storeCopy(scenarios, tenant, { ...template.scenario, id: slug, name });
  await saveCases(cases, { tenant, scenario: stored._id }, template.cases);
  const version = await scenarios.publish({ tenant, id: stored._id, author, note: template.title.en });
  return agents.create(tenant, {
    slug,
    name,
    description: template.scenario.description ?? '',
    shownAs: template.shownAs,
    scenario: stored._id,
    version: version._id,
    variables: {},
    turnTaking: { policy: 'each', windowMs: 0 },
    model: null,
    web: true,
  });
}

/** Stores a scenario under its id, or under the next one that is free. */
async function storeCopy(scenarios: Scenarios, tenant: string, document: Scenario): Promise<StoredScenario> {
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? document.id : `${document.id.slice(0, 55)}-${number}`;
    try {
      return await scenarios.create(tenant, { document: { ...document, id } });
    } catch (error) {
      if ((error as { code?: string }).code !== 'scenario_exists' || number === MOST_TRIES) throw error;
    }
  }
}
