import { z } from 'zod';
import { defineRoute, Reply, type Route } from '../../platform/http/route.ts';
import type { Scenarios } from './index.ts';
import { withDraft, WithDraft } from './views.ts';

const Localised = z.object({ en: z.string(), ru: z.string() });
const Remark = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: Localised,
  hint: Localised,
});
const Report = z.object({
  format: z.enum(['json', 'yaml', 'bpmn', 'typebot', 'flowise']).nullable(),
  nodes: z.array(
    z.object({
      node: z.string().describe('Its id in the file'),
      kind: z.string().describe('Its type in the file'),
      name: z.string(),
      became: z.enum(['mapped', 'partly', 'not_mapped']),
      steps: z.array(z.string()),
      remarks: z.array(Remark),
    }),
  ),
  problems: z.array(Remark.extend({ place: z.record(z.string(), z.unknown()) })),
});

/** Files of ours and of other products as drafts. */
export function importRoutes(scenarios: Scenarios): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/scenarios/import',
      operation: 'importScenario',
      tag: 'scenarios',
      summary: 'Make a draft of a file: JSON, YAML or BPMN of ours, or an export of Typebot or Flowise',
      access: { permission: 'scenarios:write' },
      rateLimit: { key: 'actor', points: 30, seconds: 60 },
      bodyLimit: '12mb',
      body: z.strictObject({
        text: z.string().min(1).max(5_000_000).describe('The content of the file'),
        format: z
          .enum(['json', 'yaml', 'bpmn', 'typebot', 'flowise'])
          .optional()
          .describe('Found out from the text where left out'),
        name: z.string().min(1).max(200).optional().describe('That of the file where left out'),
        into: z
          .strictObject({ scenario: z.string().min(1).max(64), revision: z.int().min(1) })
          .optional()
          .describe('The scenario whose draft it replaces, and the revision known of it; a new one where left out'),
      }),
      example: { text: '{"version":"6.1","name":"Flower shop","groups":[…],"edges":[…],"events":[…],"variables":[]}' },
      responses: { 201: z.object({ scenario: WithDraft, report: Report }) },
      problems: ['file_not_imported', 'scenario_not_found', 'scenario_exists', 'draft_conflict'],
      handle: async ({ actor, body }) => {
        const { scenario, report } = await scenarios.import(actor.tenant, body);
        return new Reply(201, { scenario: withDraft(scenario), report });
      },
    }),
    defineRoute({
      method: 'get',
      path: '/scenarios/{id}/import',
      operation: 'getImport',
      tag: 'scenarios',
      summary: 'What became of every node of the file that a scenario was imported from',
      access: { permission: 'scenarios:read' },
      params: z.object({ id: z.string().min(1).max(64) }),
      responses: { 200: z.object({ at: z.iso.datetime(), report: Report }) },
      problems: ['scenario_not_found', 'import_not_found'],
      handle: async ({ actor, params }) => {
        const { at, report } = await scenarios.importReport(actor.tenant, params.id);
        return { at: at.toISOString(), report };
      },
    }),
  ];
}
