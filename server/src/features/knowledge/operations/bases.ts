import { ObjectId } from 'mongodb';
import type { Base, BaseSource, KnowledgeModels } from '../model.ts';
import { knowledgeProblems } from '../problems.ts';

/** Where documents go that name no base. */
export const DEFAULT_BASE = 'main';

export interface BaseSettings {
  key: string;
  title: string;
  source?: BaseSource;
}

/** Does a plugin look its passages up? */
export function isOutside({ source }: Pick<Base, 'source'>): boolean {
  return source?.kind === 'retriever';
}

/** @throws base_exists */
export async function createBase({ bases }: KnowledgeModels, tenant: string, settings: BaseSettings): Promise<Base> {
  try {
    return (await bases.create({ _id: new ObjectId().toHexString(), tenant, ...settings })).toObject();
  } catch (error) {
    if ((error as { code?: number }).code === 11000) throw knowledgeProblems.base_exists({ detail: settings.key });
    throw error;
  }
}

/** A base by id or key. */
export async function getBase({ bases }: KnowledgeModels, tenant: string, reference: string): Promise<Base> {
  const found = await bases.findOne({ tenant, $or: [{ _id: reference }, { key: reference }] }).lean();
  if (!found) throw knowledgeProblems.base_not_found({ detail: reference });
  return found;
}

/** The base that is used where none is named; made when it is first needed. */
export async function defaultBase(models: KnowledgeModels, tenant: string): Promise<Base> {
  const settings = { key: DEFAULT_BASE, title: 'Knowledge' };
  const found = await models.bases.findOne({ tenant, key: DEFAULT_BASE }).lean();
  return found ?? createBase(models, tenant, settings).catch(() => getBase(models, tenant, DEFAULT_BASE));
}

export function listBases({ bases }: KnowledgeModels, tenant: string): Promise<Base[]> {
  return bases.find({ tenant }).sort({ title: 1 }).lean();
}

/** The bases that are named by id or key; all when none is named. @throws base_not_found */
export async function namedBases(
  models: KnowledgeModels,
  tenant: string,
  references: readonly string[],
): Promise<Base[]> {
  const all = await listBases(models, tenant);
  if (references.length === 0) return all;
  return references.map((reference) => {
    const found = all.find(({ _id, key }) => _id === reference || key === reference);
    if (!found) throw knowledgeProblems.base_not_found({ detail: reference });
    return found;
  });
}

/** @throws base_outside when the base has no documents of its own */
export async function requireDocuments(models: KnowledgeModels, tenant: string, reference: string): Promise<void> {
  const base = await getBase(models, tenant, reference);
  if (isOutside(base)) throw knowledgeProblems.base_outside({ detail: base.key });
}
