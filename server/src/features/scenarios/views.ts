import { z } from 'zod';
import type { KeptDraftSummary, ScenarioSummary, StoredScenario, VersionSummary } from './model.ts';

export const ScenarioView = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  draftRevision: z.int(),
  latest: z.int(),
  updatedAt: z.iso.datetime(),
});
const Document = z.record(z.string(), z.unknown());
export const WithDraft = ScenarioView.extend({
  draft: Document,
  imported: z.iso.datetime().optional().describe('When it was imported from a file'),
});
export const KeptDraftView = z.object({
  id: z.string(),
  scenario: z.string(),
  author: z.string(),
  note: z.string(),
  createdAt: z.iso.datetime(),
});
export const VersionView = KeptDraftView.extend({ number: z.int() });
export const WithDocument = z.object({ document: Document });

export const scenarioView = ({ _id, key, name, draftRevision, latest, updatedAt }: ScenarioSummary) => ({
  id: _id,
  key,
  name,
  draftRevision,
  latest,
  updatedAt: updatedAt.toISOString(),
});

export const withDraft = (scenario: StoredScenario) => ({
  ...scenarioView(scenario),
  draft: scenario.draft,
  ...(scenario.imported && { imported: scenario.imported.at.toISOString() }),
});

export const keptDraftView = ({ _id, scenario, author, note, createdAt }: KeptDraftSummary) => ({
  id: _id,
  scenario,
  author,
  note,
  createdAt: createdAt.toISOString(),
});

export const versionView = (version: VersionSummary) => ({ ...keptDraftView(version), number: version.number });
