import type { Base, BaseSource } from '../model.ts';
import { knowledgeProblems } from '../problems.ts';
import { createBase, DEFAULT_BASE, type BaseSettings } from './bases.ts';
import type { KnowledgeContext } from './context.ts';

/**
 * Adds a base whose passages a plugin looks up.
 *
 * @throws retriever_not_found, base_exists, base_outside for the base that documents go to which name none
 */
export async function createOutsideBase(
  { models, retrievers }: KnowledgeContext,
  tenant: string,
  settings: BaseSettings & { source: BaseSource & { kind: 'retriever' } },
): Promise<Base> {
  const { plugin, retriever } = settings.source;
  const known = retrievers.definition(plugin)?.retrievers ?? {};
  if (!Object.hasOwn(known, retriever))
    throw knowledgeProblems.retriever_not_found({ detail: `${plugin}.${retriever}` });
  if (settings.key === DEFAULT_BASE) throw knowledgeProblems.base_outside({ detail: DEFAULT_BASE });
  return createBase(models, tenant, settings);
}
