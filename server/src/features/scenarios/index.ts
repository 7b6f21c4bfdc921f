import type { CompiledScenario, ImportReport, Problem } from '@scenarium/language';
import type { Connection } from 'mongoose';
import type { ActionCatalog } from '../../plugin-host/index.ts';
import {
  scenarioModels,
  type KeptDraft,
  type KeptDraftSummary,
  type Imported,
  type ScenarioSummary,
  type StoredScenario,
  type Version,
  type VersionSummary,
} from './model.ts';
import { createCompiledVersions } from './operations/compiled.ts';
import {
  createScenario,
  exportDraft,
  getScenario,
  listScenarios,
  readScenario,
  saveDraft,
  type ScenarioSource,
} from './operations/drafts.ts';
import { getKeptDraft, keepDraft, listKeptDrafts } from './operations/kept-drafts.ts';
import { renamedSteps, type RenamedSteps } from './operations/renamed-steps.ts';
import { getVersion, lintDraft, listVersions, publish, type Publishing } from './operations/publish.ts';
import { getImported, importFile, type ImportedFile } from './operations/import.ts';

export { importRoutes } from './import-routes.ts';
export { scenarioRoutes } from './routes.ts';
export { VersionView, versionView } from './views.ts';
export type { StoredScenario, Version } from './model.ts';
export type { RenamedSteps } from './operations/renamed-steps.ts';
export type { Publishing } from './operations/publish.ts';

/** Scenarios: drafts and their published versions. */
export interface Scenarios {
  prepare(): Promise<void>;
  list(tenant: string): Promise<ScenarioSummary[]>;
  get(tenant: string, id: string): Promise<StoredScenario>;
  /** Grows with every save; null where the organisation has none of this id. */
  draftRevision(tenant: string, id: string): Promise<number | null>;
  create(tenant: string, source: ScenarioSource): Promise<StoredScenario>;
  saveDraft(of: { tenant: string; id: string; revision: number }, source: ScenarioSource): Promise<StoredScenario>;
  import(tenant: string, file: ImportedFile): Promise<{ scenario: StoredScenario; report: ImportReport }>;
  importReport(tenant: string, id: string): Promise<Imported>;
  export(of: { tenant: string; id: string }, format: 'json' | 'yaml'): Promise<string>;
  lint(of: { tenant: string; id: string }): Promise<Problem[]>;
  publish(publishing: Publishing): Promise<Version>;
  versions(tenant: string, id: string): Promise<VersionSummary[]>;
  /** A version of a scenario, with its document. */
  getVersion(of: { tenant: string; id: string; version: string }): Promise<Version>;
  /** Keeps a copy of the draft. */
  keepDraft(of: { tenant: string; id: string; author: string; note: string }): Promise<KeptDraft>;
  keptDrafts(tenant: string, id: string): Promise<KeptDraftSummary[]>;
  keptDraft(of: { tenant: string; id: string; kept: string }): Promise<KeptDraft>;
  version(tenant: string, id: string): Promise<VersionSummary | null>;
  compiled(tenant: string, version: string): Promise<CompiledScenario>;
}

export function createScenarios({
  connection,
  actions,
  stepsRenamed,
}: {
  connection: Connection;
  /** What plugins can do now. */
  actions(): ActionCatalog;
  /** A draft was saved in which steps have other ids. */
  stepsRenamed(of: { tenant: string; scenario: string }, renamed: RenamedSteps): Promise<void>;
}): Scenarios {
  const models = scenarioModels(connection);
  return {
    async prepare() {
      await Promise.all([models.scenarios, models.versions, models.keptDrafts].map((model) => model.createIndexes()));
    },
    list: (tenant) => listScenarios(models, tenant),
    get: (tenant, id) => getScenario(models, tenant, id),
    async draftRevision(tenant, id) {
      const found = await models.scenarios.findOne({ tenant, _id: id }, { draftRevision: 1 }).lean();
      return found?.draftRevision ?? null;
    },
    create: (tenant, source) => createScenario(models, tenant, { draft: readScenario(source) }),
    async saveDraft(of, source) {
      const draft = readScenario(source);
      const before = await getScenario(models, of.tenant, of.id);
      const saved = await saveDraft(models, of, { draft });
      const renamed = renamedSteps(before.draft, draft);
      if (renamed.size > 0) await stepsRenamed({ tenant: of.tenant, scenario: saved._id }, renamed);
      return saved;
    },
    import: (tenant, file) => importFile(models, tenant, file),
    importReport: (tenant, id) => getImported(models, tenant, id),
    export: (of, format) => exportDraft(models, of, format),
    lint: (of) => lintDraft(models, of, actions()),
    publish: (publishing) => publish(models, publishing, actions()),
    versions: (tenant, id) => listVersions(models, tenant, id),
    getVersion: (of) => getVersion(models, of),
    keepDraft: (of) => keepDraft(models, of),
    keptDrafts: (tenant, id) => listKeptDrafts(models, tenant, id),
    keptDraft: (of) => getKeptDraft(models, of),
    version: (tenant, id) => models.versions.findOne({ tenant, _id: id }, { document: 0 }).lean(),
    compiled: createCompiledVersions(models),
  };
}
