import { ObjectId } from 'mongodb';
import type { KeptDraft, KeptDraftSummary, ScenarioModels } from '../model.ts';
import { scenarioProblems } from '../problems.ts';
import { getScenario } from './drafts.ts';

/** So many are shown, the newest. */
const SHOWN = 50;

/** Keeps a copy of the draft as it is saved now, so that something else may take its place. */
export async function keepDraft(
  models: ScenarioModels,
  { tenant, id, author, note }: { tenant: string; id: string; author: string; note: string },
): Promise<KeptDraft> {
  const { _id: scenario, draft: document } = await getScenario(models, tenant, id);
  const _id = new ObjectId().toHexString();
  return (await models.keptDrafts.create({ _id, tenant, scenario, document, author, note })).toObject();
}

export async function listKeptDrafts(models: ScenarioModels, tenant: string, id: string): Promise<KeptDraftSummary[]> {
  const { _id: scenario } = await getScenario(models, tenant, id);
  return models.keptDrafts.find({ tenant, scenario }, { document: 0 }).sort({ createdAt: -1 }).limit(SHOWN).lean();
}

export async function getKeptDraft(
  models: ScenarioModels,
  { tenant, id, kept }: { tenant: string; id: string; kept: string },
): Promise<KeptDraft> {
  const { _id: scenario } = await getScenario(models, tenant, id);
  const found = await models.keptDrafts.findOne({ tenant, scenario, _id: kept }).lean();
  if (!found) throw scenarioProblems.version_not_found({ detail: kept });
  return found;
}
