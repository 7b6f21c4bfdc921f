import { formatScenario, loadScenario, parseScenario, type Problem, type Scenario } from '@scenarium/language';
import { ObjectId } from 'mongodb';
import type { ScenarioModels, ScenarioSummary, StoredScenario } from '../model.ts';
import { scenarioProblems } from '../problems.ts';

/** A scenario as it is sent: the document, or its text. */
export type ScenarioSource = { document: unknown } | { text: string; format: 'json' | 'yaml' };

/** The valid scenario in what was sent. @throws scenario_invalid with every problem and its place */
export function readScenario(source: ScenarioSource): Scenario {
  const loaded = 'text' in source ? parseScenario(source.text, source.format) : loadScenario(source.document);
  if (!loaded.ok) throw scenarioProblems.scenario_invalid({ errors: loaded.problems satisfies Problem[] });
  return loaded.scenario;
}

/** Makes a scenario with this draft. */
export async function createScenario(
  { scenarios }: ScenarioModels,
  tenant: string,
  { draft, imported }: Pick<StoredScenario, 'draft' | 'imported'>,
): Promise<StoredScenario> {
  try {
    const made = await scenarios.create({
      _id: new ObjectId().toHexString(),
      tenant,
      key: draft.id,
      name: draft.name,
      draft,
      ...(imported && { imported }),
    });
    return made.toObject();
  } catch (error) {
    if ((error as { code?: number }).code === 11000) throw scenarioProblems.scenario_exists({ detail: draft.id });
    throw error;
  }
}

export function listScenarios({ scenarios }: ScenarioModels, tenant: string): Promise<ScenarioSummary[]> {
  return scenarios.find({ tenant }, { draft: 0, imported: 0 }).sort({ name: 1 }).lean();
}

export async function getScenario({ scenarios }: ScenarioModels, tenant: string, id: string): Promise<StoredScenario> {
  const found = await scenarios.findOne({ tenant, $or: [{ _id: id }, { key: id }] }, { 'imported.report': 0 }).lean();
  if (!found) throw scenarioProblems.scenario_not_found({ detail: id });
  return found;
}

/** Saves a draft over the revision it was made from. @throws draft_conflict */
export async function saveDraft(
  models: ScenarioModels,
  { tenant, id, revision }: { tenant: string; id: string; revision: number },
  { draft, imported }: Pick<StoredScenario, 'draft' | 'imported'>,
): Promise<StoredScenario> {
  const { _id, key } = await getScenario(models, tenant, id);
  if (draft.id !== key) throw scenarioProblems.scenario_invalid({ detail: `the id must stay “${key}”` });
  const saved = await models.scenarios
    .findOneAndUpdate(
      { tenant, _id, draftRevision: revision },
      { $set: { draft, name: draft.name, ...(imported && { imported }) }, $inc: { draftRevision: 1 } },
      { returnDocument: 'after', projection: { 'imported.report': 0 } },
    )
    .lean();
  if (!saved) throw scenarioProblems.draft_conflict();
  return saved;
}

/** The draft as a text. */
export async function exportDraft(
  models: ScenarioModels,
  { tenant, id }: { tenant: string; id: string },
  format: 'json' | 'yaml',
): Promise<string> {
  return formatScenario((await getScenario(models, tenant, id)).draft, format);
}
