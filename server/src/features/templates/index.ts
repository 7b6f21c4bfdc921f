import type { Agent, Agents } from '../agents/index.ts';
import type { Cases } from '../cases/index.ts';
import type { Scenarios } from '../scenarios/index.ts';
import type { Template } from './model.ts';
import { createFromTemplate } from './operations/create-from-template.ts';
import { readTemplates } from './operations/read-templates.ts';
import { templateProblems } from './problems.ts';

export { saveCases } from './operations/save-cases.ts';
export { templateRoutes } from './routes.ts';
export type { Template } from './model.ts';

/** The library of ready scenarios. */
export interface Templates {
  list(): readonly Template[];
  /** @throws template_not_found */
  get(id: string): Template;
  /** @throws template_not_found, agent_exists */
  createAgent(of: { tenant: string; author: string; slug: string; name: string }, template: string): Promise<Agent>;
}

export function createTemplates(parts: { agents: Agents; scenarios: Scenarios; cases: Cases }): Templates {
  const library = readTemplates();
  const get = (id: string): Template => {
    const found = library.find((template) => template.id === id);
    if (!found) throw templateProblems.template_not_found({ detail: id });
    return found;
  };
  return {
    list: () => library,
    get,
    createAgent: (of, template) => createFromTemplate(parts, get(template), of),
  };
}
