import { compileScenario, lint, type Problem, type Scenario } from '@scenarium/language';
import { ObjectId } from 'mongodb';
import type { ActionCatalog } from '../../../plugin-host/index.ts';
import type { ScenarioModels, Version, VersionSummary } from '../model.ts';
import { scenarioProblems } from '../problems.ts';
import { getScenario } from './drafts.ts';

export interface Publishing {
  tenant: string;
  id: string;
  author: string;
  note: string;
  /** The revision of the draft that is meant; the newest where it is left out. */
  revision?: number;
}

/** Everything wrong with a draft, in the company of the organisation's other scenarios. */
export async function lintDraft(
  models: ScenarioModels,
  { tenant, id }: { tenant: string; id: string },
  actions: ActionCatalog,
): Promise<Problem[]> {
  const { draft } = await getScenario(models, tenant, id);
  return lintScenario(models, tenant, { draft, actions });
}

async function lintScenario(
  models: ScenarioModels,
  tenant: string,
  { draft, actions }: { draft: Scenario; actions: ActionCatalog },
): Promise<Problem[]> {
  const others = await models.scenarios.find({ tenant, key: { $ne: draft.id } }, { key: 1, draft: 1 }).lean();
  const scenarios = Object.fromEntries(others.map(({ key, draft: document }) => [key, document]));
  return lint(draft, { actions, scenarios });
}

/** Publishes the draft as the next, immutable version. The scenarios it calls are taken at their newest version. */
export async function publish(
  models: ScenarioModels,
  { tenant, id, author, note, revision }: Publishing,
  actions: ActionCatalog,
): Promise<Version> {
  const stored = await getScenario(models, tenant, id);
  if (revision !== undefined && revision !== stored.draftRevision) throw scenarioProblems.draft_conflict();
  const problems = await lintScenario(models, tenant, { draft: stored.draft, actions });
  const compilation = compileScenario(stored.draft);
  const errors = [
    ...problems.filter(({ severity }) => severity === 'error'),
    ...(compilation.ok ? [] : compilation.problems),
  ];
  if (errors.length > 0) throw scenarioProblems.scenario_not_publishable({ errors });
  const callees: Record<string, string> = {};
  for (const step of stored.draft.steps) {
    if (step.type === 'call') callees[step.scenario] = (await newestVersion(models, tenant, step.scenario))._id;
  }
  const numbered = await models.scenarios
    .findOneAndUpdate({ tenant, _id: stored._id }, { $inc: { latest: 1 } }, { returnDocument: 'after' })
    .lean();
  const version = await models.versions.create({
    _id: new ObjectId().toHexString(),
    tenant,
    scenario: stored._id,
    number: numbered?.latest ?? stored.latest + 1,
    document: stored.draft,
    callees,
    author,
    note,
  });
  return version.toObject();
}

async function newestVersion(models: ScenarioModels, tenant: string, key: string): Promise<Version> {
  const { _id } = await getScenario(models, tenant, key);
  const [newest] = await models.versions.find({ tenant, scenario: _id }).sort({ number: -1 }).limit(1).lean();
  if (!newest) throw scenarioProblems.version_not_found({ detail: `“${key}” is called and was never published` });
  return newest;
}

export async function listVersions(models: ScenarioModels, tenant: string, id: string): Promise<VersionSummary[]> {
  const { _id } = await getScenario(models, tenant, id);
  return models.versions.find({ tenant, scenario: _id }, { document: 0 }).sort({ number: -1 }).lean();
}

export async function getVersion(
  models: ScenarioModels,
  { tenant, id, version }: { tenant: string; id: string; version: string },
): Promise<Version> {
  const { _id } = await getScenario(models, tenant, id);
  const found = await models.versions.findOne({ tenant, scenario: _id, _id: version }).lean();
  if (!found) throw scenarioProblems.version_not_found({ detail: version });
  return found;
}
