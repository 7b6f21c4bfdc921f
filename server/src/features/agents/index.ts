import type { JsonObject } from '@scenarium/language';
import { LRUCache } from 'lru-cache';
import type { Connection } from 'mongoose';
import type { ActiveAgent } from '../../runtime/index.ts';
import { agentModel, type Agent } from './model.ts';
import { agentProblems } from './problems.ts';
import {
  createAgent,
  getAgent,
  listAgents,
  removeAgent,
  updateAgent,
  type AgentSettings,
} from './operations/agents.ts';

export { agentRoutes } from './routes.ts';
export { agentProblems };
export { shownTo } from './shown-to.ts';
export type { Agent, ShownAs } from './model.ts';

/** What an agent runs now, and the model it answers with where a step names none. */
export interface AnsweringAgent extends ActiveAgent {
  model: string | null;
}

/** Support agents. */
export interface Agents {
  prepare(): Promise<void>;
  list(tenant: string): Promise<Agent[]>;
  get(tenant: string, reference: string): Promise<Agent>;
  create(tenant: string, settings: AgentSettings): Promise<Agent>;
  update(of: { tenant: string; id: string }, changes: Partial<AgentSettings>): Promise<Agent>;
  remove(of: { tenant: string; id: string }): Promise<void>;
  /** From now on the experiment chooses the versions of the agent's new runs. */
  follow(of: { tenant: string; id: string }, experiment: string): Promise<void>;
  /** The experiment chooses no more. */
  leave(tenant: string, experiment: string): Promise<void>;
  /** What an agent runs now, known for a moment; null when there is no such agent or it has no version. */
  active(tenant: string, reference: string): Promise<AnsweringAgent | null>;
  /** An agent that anybody may talk to, in whatever organisation. */
  findPublic(id: string): Promise<Agent | null>;
  listPublic(tenant: string): Promise<Agent[]>;
}

const KNOWN_MS = 1_000;

export interface AgentsOptions {
  connection: Connection;
  /** A published version; null when there is none. */
  version(tenant: string, id: string): Promise<{ scenario: string } | null>;
  /** @throws when there is no such scenario */
  scenario(tenant: string, id: string): Promise<{ _id: string }>;
}

export function createAgents({ connection, version, scenario }: AgentsOptions): Agents {
  const agents = agentModel(connection);
  const known = new LRUCache<string, { agent: AnsweringAgent | null }>({ max: 5_000, ttl: KNOWN_MS });

  /** The settings with the scenario that the version belongs to: there is no version without its scenario. */
  async function withScenario<S extends Partial<AgentSettings>>(tenant: string, settings: S): Promise<S> {
    if (typeof settings.version === 'string') {
      const found = await version(tenant, settings.version);
      if (!found) throw agentProblems.version_not_found({ detail: settings.version });
      return { ...settings, scenario: found.scenario };
    }
    if (typeof settings.scenario !== 'string') return settings;
    return { ...settings, scenario: (await scenario(tenant, settings.scenario))._id };
  }

  return {
    async prepare() {
      await agents.createIndexes();
    },
    list: (tenant) => listAgents(agents, tenant),
    get: (tenant, reference) => getAgent(agents, tenant, reference),
    create: async (tenant, settings) => createAgent(agents, tenant, await withScenario(tenant, settings)),
    async update(of, changes) {
      const updated = await updateAgent(agents, of, await withScenario(of.tenant, changes));
      known.clear();
      return updated;
    },
    async remove(of) {
      await removeAgent(agents, of);
      known.clear();
    },
    async follow({ tenant, id }, experiment) {
      await agents.updateOne({ tenant, _id: id }, { $set: { experiment } });
      known.clear();
    },
    async leave(tenant, experiment) {
      await agents.updateMany({ tenant, experiment }, { $set: { experiment: null } });
      known.clear();
    },
    async active(tenant, reference) {
      const key = `${tenant} ${reference}`;
      const found = known.get(key);
      if (found) return found.agent;
      const agent = await agents.findOne({ tenant, $or: [{ _id: reference }, { slug: reference }] }).lean();
      const active = agent?.version
        ? {
            id: agent._id,
            name: agent.name,
            version: agent.version,
            variables: agent.variables as JsonObject,
            turnTaking: agent.turnTaking,
            model: agent.model ?? null,
            experiment: agent.experiment ?? null,
          }
        : null;
      known.set(key, { agent: active });
      return active;
    },
    findPublic: async (id) =>
      (await agents.collection.findOne({ _id: id, web: true } as object)) as unknown as Agent | null,
    listPublic: (tenant) =>
      agents
        .find({ tenant, web: true, version: { $ne: null } })
        .sort({ name: 1 })
        .lean(),
  };
}
