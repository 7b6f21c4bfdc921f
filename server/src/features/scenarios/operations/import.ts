import { importScenario, type ImportFormat, type ImportReport, type Scenario } from '@scenarium/language';
import type { Imported, ScenarioModels, StoredScenario } from '../model.ts';
import { scenarioProblems } from '../problems.ts';
import { createScenario, getScenario, saveDraft } from './drafts.ts';

/** A file to import: into a new scenario, or over the draft of one that is there. */
export interface ImportedFile {
  text: string;
  format?: ImportFormat | undefined;
  name?: string | undefined;
  into?: { scenario: string; revision: number } | undefined;
}

const LONGEST_KEY = 64;

/** Makes a draft of a file and keeps the report with it. @throws file_not_imported with every problem */
export async function importFile(
  models: ScenarioModels,
  tenant: string,
  { text, format, name, into }: ImportedFile,
): Promise<{ scenario: StoredScenario; report: ImportReport }> {
  const target = into && (await getScenario(models, tenant, into.scenario));
  const { scenario, report } = await importScenario(text, { ...(format && { format }), ...(name && { name }) });
  if (!scenario) throw scenarioProblems.file_not_imported({ errors: report.problems });
  const draft = { ...scenario, name: name ?? scenario.name };
  const imported = { at: new Date(), report };
  if (!into || !target) return { scenario: await createUnderFreeKey(models, tenant, { draft, imported }), report };
  const of = { tenant, id: target._id, revision: into.revision };
  return { scenario: await saveDraft(models, of, { draft: { ...draft, id: target.key }, imported }), report };
}

/** The report of a scenario's import. @throws import_not_found */
export async function getImported(models: ScenarioModels, tenant: string, id: string): Promise<Imported> {
  const { _id } = await getScenario(models, tenant, id);
  const found = await models.scenarios.findOne({ tenant, _id }, { imported: 1 }).lean();
  if (!found?.imported) throw scenarioProblems.import_not_found({ detail: id });
  return found.imported;
}

/** The id the file gave, with a number after it where the organisation has it already. */
async function createUnderFreeKey(
  models: ScenarioModels,
  tenant: string,
  { draft, imported }: { draft: Scenario; imported: Imported },
): Promise<StoredScenario> {
  const taken = new Set(await models.scenarios.distinct('key', { tenant }));
  let key = draft.id;
  for (let count = 2; taken.has(key); count += 1)
    key = `${draft.id.slice(0, LONGEST_KEY - String(count).length - 1)}_${count}`;
  return createScenario(models, tenant, { draft: { ...draft, id: key }, imported });
}
