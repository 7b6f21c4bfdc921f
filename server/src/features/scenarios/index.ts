import type { CompiledScenario, Problem } from '@scenarium/language';
import type { Connection } from 'mongoose';
import type { ActionCatalog } from '../../plugin-host/index.ts';
import {
  scenarioModels,
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
import { lintDraft, listVersions, publish, type Publishing } from './operations/publish.ts';

export { scenarioRoutes } from './routes.ts';
export type { StoredScenario, Version } from './model.ts';

/** Scenarios: drafts and their published versions. */
export interface Scenarios {
  prepare(): Promise<void>;
  list(tenant: string): Promise<ScenarioSummary[]>;
  get(tenant: string, id: string): Promise<StoredScenario>;
  /** Grows with every save; null where the organisation has none of this id. */
  draftRevision(tenant: string, id: string): Promise<number | null>;
  create(tenant: string, source: ScenarioSource): Promise<StoredScenario>;
  saveDraft(of: { tenant: string; id: string; revision: number }, source: ScenarioSource): Promise<StoredScenario>;
  export(of: { tenant: string; id: string }, format: 'json' | 'yaml'): Promise<string>;
  lint(of: { tenant: string; id: string }): Promise<Problem[]>;
  publish(publishing: Publishing): Promise<Version>;
  versions(tenant: string, id: string): Promise<VersionSummary[]>;
  version(tenant: string, id: string): Promise<VersionSummary | null>;
  compiled(tenant: string, version: string): Promise<CompiledScenario>;
}

export function createScenarios({
  connection,
  actions,
}: {
  connection: Connection;
  /** What plugins can do now. */
  actions(): ActionCatalog;
}): Scenarios {
  const models = scenarioModels(connection);
  return {
    async prepare() {
      await Promise.all([models.scenarios.createIndexes(), models.versions.createIndexes()]);
    },
    list: (tenant) => listScenarios(models, tenant),
    get: (tenant, id) => getScenario(models, tenant, id),
    async draftRevision(tenant, id) {
      const found = await models.scenarios.findOne({ tenant, _id: id }, { draftRevision: 1 }).lean();
      return found?.draftRevision ?? null;
    },
    create: (tenant, source) => createScenario(models, tenant, readScenario(source)),
    saveDraft: (of, source) => saveDraft(models, of, readScenario(source)),
    export: (of, format) => exportDraft(models, of, format),
    lint: (of) => lintDraft(models, of, actions()),
    publish: (publishing) => publish(models, publishing, actions()),
    versions: (tenant, id) => listVersions(models, tenant, id),
    version: (tenant, id) => models.versions.findOne({ tenant, _id: id }, { document: 0 }).lean(),
    compiled: createCompiledVersions(models),
  };
}
