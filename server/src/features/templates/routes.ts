import { z } from 'zod';
import { defineRoute, Reply, type Route } from '../../platform/http/route.ts';
import type { Templates } from './index.ts';
import type { Template } from './model.ts';

const Words = z.object({ en: z.string(), ru: z.string() });
const Summary = z.object({
  id: z.string(),
  title: Words,
  summary: Words,
  locales: z.array(z.string()),
  steps: z.int(),
  actions: z.array(z.string()).describe('Actions of plugins that it carries out'),
  cases: z.array(z.object({ name: z.string(), locale: z.string() })).describe('Dialogues that prove it'),
});
const Whole = Summary.extend({
  document: z.record(z.string(), z.unknown()),
  cases: z.array(z.object({ name: z.string(), locale: z.string(), given: z.record(z.string(), z.unknown()) })),
});

const summary = ({ id, title, summary: words, scenario, cases }: Template) => ({
  id,
  title,
  summary: words,
  locales: scenario.locales,
  steps: scenario.steps.length,
  actions: [...new Set(scenario.steps.flatMap((step) => (step.type === 'action' ? [step.action] : [])))],
  cases: cases.map(({ given: { name, locale } }) => ({ name, locale })),
});

export function templateRoutes(templates: Templates): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/templates',
      operation: 'listTemplates',
      tag: 'templates',
      summary: 'Ready scenarios that agents can be made from',
      access: { permission: 'scenarios:read' },
      responses: { 200: z.object({ templates: z.array(Summary) }) },
      handle: async () => ({ templates: templates.list().map(summary) }),
    }),
    defineRoute({
      method: 'get',
      path: '/templates/{id}',
      operation: 'getTemplate',
      tag: 'templates',
      summary: 'A template with its scenario and the dialogues that prove it',
      access: { permission: 'scenarios:read' },
      params: z.object({ id: z.string().min(1).max(64) }),
      responses: { 200: Whole },
      problems: ['template_not_found'],
      async handle({ params }) {
        const template = templates.get(params.id);
        return {
          ...summary(template),
          document: template.scenario,
          cases: template.cases.map(({ given }) => ({ name: given.name, locale: given.locale, given })),
        };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/agents-from-templates',
      operation: 'createAgentFromTemplate',
      tag: 'templates',
      summary: 'Make an agent from a template, with a scenario of its own that is published',
      access: { permission: 'agents:write' },
      body: z.strictObject({
        template: z.string().min(1).max(64),
        slug: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
        name: z.string().min(1).max(200),
      }),
      responses: { 201: z.object({ id: z.string(), slug: z.string(), scenario: z.string().nullable() }) },
      problems: ['template_not_found', 'agent_exists'],
      example: { template: 'order-status', slug: 'orders', name: 'Orders' },
      async handle({ tenant, actor, body: { template, ...wanted } }) {
        const made = await templates.createAgent({ tenant, author: actor.id, ...wanted }, template);
        return new Reply(201, { id: made._id, slug: made.slug, scenario: made.scenario });
      },
    }),
  ];
}
