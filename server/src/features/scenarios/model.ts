import type { ImportReport, Scenario } from '@scenarium/language';
import { Schema, type Connection, type Model } from 'mongoose';
import { tenantScoped } from '../../platform/mongo/tenant-scoped.ts';

/** A scenario with its draft. `key` is the document's own id, unique in the organisation. */
export interface StoredScenario {
  _id: string;
  tenant: string;
  key: string;
  name: string;
  draft: Scenario;
  /** Grows with every save of the draft. */
  draftRevision: number;
  /** Number of the newest version; 0 when never published. */
  latest: number;
  /** What became of the file that the draft was made from, where it was imported. */
  imported?: Imported;
  updatedAt: Date;
}

/** The report of an import, kept with the scenario. */
export interface Imported {
  at: Date;
  report: ImportReport;
}

/** A published version: never changes. `callees`: the versions of the scenarios it calls, by their key. */
export interface Version {
  _id: string;
  tenant: string;
  scenario: string;
  number: number;
  document: Scenario;
  callees: Record<string, string>;
  author: string;
  note: string;
  createdAt: Date;
}

/** A copy of a draft, kept when something else took its place. */
export type KeptDraft = Omit<Version, 'number' | 'callees'>;

export type ScenarioSummary = Omit<StoredScenario, 'draft' | 'imported'>;
export type VersionSummary = Omit<Version, 'document'>;

export type KeptDraftSummary = Omit<KeptDraft, 'document'>;

export interface ScenarioModels {
  scenarios: Model<StoredScenario>;
  versions: Model<Version>;
  keptDrafts: Model<KeptDraft>;
}

export function scenarioModels(connection: Connection): ScenarioModels {
  const scenario = new Schema<StoredScenario>(
    {
      _id: { type: String, required: true },
      key: { type: String, required: true },
      name: { type: String, required: true },
      draft: { type: Schema.Types.Mixed, required: true },
      draftRevision: { type: Number, required: true, default: 1 },
      latest: { type: Number, required: true, default: 0 },
      imported: { type: Schema.Types.Mixed },
    },
    { timestamps: true, minimize: false, collection: 'scenarios' },
  );
  scenario.plugin(tenantScoped);
  scenario.index({ tenant: 1, key: 1 }, { unique: true });
  const version = new Schema<Version>(
    {
      _id: { type: String, required: true },
      scenario: { type: String, required: true },
      number: { type: Number, required: true },
      document: { type: Schema.Types.Mixed, required: true },
      callees: { type: Schema.Types.Mixed, required: true },
      author: { type: String, required: true },
      note: { type: String, default: '' },
    },
    { timestamps: { createdAt: true, updatedAt: false }, minimize: false, collection: 'versions' },
  );
  version.plugin(tenantScoped);
  version.index({ tenant: 1, scenario: 1, number: 1 }, { unique: true });
  const keptDraft = new Schema<KeptDraft>(
    {
      _id: { type: String, required: true },
      scenario: { type: String, required: true },
      document: { type: Schema.Types.Mixed, required: true },
      author: { type: String, default: '' },
      note: { type: String, default: '' },
    },
    { timestamps: { createdAt: true, updatedAt: false }, minimize: false, collection: 'kept-drafts' },
  );
  keptDraft.plugin(tenantScoped);
  keptDraft.index({ tenant: 1, scenario: 1, createdAt: -1 });
  return {
    scenarios: connection.model<StoredScenario>('Scenario', scenario),
    versions: connection.model<Version>('Version', version),
    keptDrafts: connection.model<KeptDraft>('KeptDraft', keptDraft),
  };
}
