import type { JsonObject } from '@scenarium/language';
import { LRUCache } from 'lru-cache';
import type { Connection } from 'mongoose';
import type { ActiveAgent } from '../../runtime/index.ts';
import { agentModel, type Agent } from './model.ts';
import { agentProblems } from './problems.ts';
import { createAgent, getAgent, listAgents, updateAgent, type AgentSettings } from './operations/agents.ts';

export { agentRoutes } from './routes.ts';
export { agentProblems };
export { shownTo } from './shown-to.ts';
export type { Agent } from './model.ts';

/** Support agents. */
export interface Agents {
  prepare(): Promise<void>;
  list(tenant: string): Promise<Agent[]>;
  get(tenant: string, reference: string): Promise<Agent>;
  create(tenant: string, settings: AgentSettings): Promise<Agent>;
  update(of: { tenant: string; id: string }, changes: Partial<AgentSettings>): Promise<Agent>;
  /** What an agent runs now, known for a moment; null when there is no such agent or it has no version. */
  active(tenant: string, reference: string): Promise<ActiveAgent | null>;
  /** An agent that anybody may talk to, in whatever organisation. */
  findPublic(id: string): Promise<Agent | null>;
  listPublic(tenant: string): Promise<Agent[]>;
}

const KNOWN_MS = 1_000;

export function createAgents({
  connection,
  versionExists,
}: {
  connection: Connection;
  versionExists(tenant: string, version: string): Promise<boolean>;
}): Agents {
  const agents = agentModel(connection);
  const known = new LRUCache<string, { agent: ActiveAgent | null }>({ max: 5_000, ttl: KNOWN_MS });

  async function check(tenant: string, version: string | null | undefined): Promise<void> {
    if (typeof version === 'string' && !(await versionExists(tenant, version)))
      throw agentProblems.version_not_found({ detail: version });
  }

  return {
    async prepare() {
      await agents.createIndexes();
    },
    list: (tenant) => listAgents(agents, tenant),
    get: (tenant, reference) => getAgent(agents, tenant, reference),
    async create(tenant, settings) {
      await check(tenant, settings.version);
      return createAgent(agents, tenant, settings);
    },
    async update(of, changes) {
      await check(of.tenant, changes.version);
      const updated = await updateAgent(agents, of, changes);
      known.clear();
      return updated;
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
