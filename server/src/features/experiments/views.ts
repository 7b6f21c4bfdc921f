import { z } from 'zod';
import type { Experiment } from './model.ts';
import type { Results } from './operations/results.ts';

const VariantView = z.object({ id: z.string(), name: z.string(), version: z.string(), weight: z.int() });
const IntervalView = z.array(z.number()).describe('Lower and upper end, 95 %');

export const ExperimentView = z.object({
  id: z.string(),
  agent: z.string(),
  name: z.string(),
  hypothesis: z.string(),
  variants: z.array(VariantView),
  goals: z.array(z.string()),
  minimalEffect: z.number(),
  status: z.enum(['draft', 'running', 'finished']),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  promoted: z.string().nullable(),
  updatedAt: z.iso.datetime(),
});

const ComparisonView = z.object({
  difference: z.number().describe('Of the rates: this variant less the first'),
  interval: IntervalView.describe('Newcombe’s, 95 %; holds for one look'),
  p: z.number().describe('Two-proportion test; holds for one look'),
  alwaysP: z.number().describe('Sequential test; holds however often somebody looks'),
  alwaysInterval: IntervalView.describe('Of the sequential test; shared error where there are several variants'),
  verdict: z.enum(['better', 'worse', 'same', 'open']),
  more: z.int().nullable().describe('Contacts to wait for if the rates stay; null: cannot be said, or over a million'),
});

export const ResultsView = z.object({
  variants: z.array(
    VariantView.extend({
      contacts: z.int().describe('Contacts that began a run on it'),
      runs: z.int(),
      conversions: z.int().describe('Contacts that reached a goal at least once'),
      rate: z.number().nullable(),
      interval: IntervalView.describe('Wilson’s, 95 %'),
      comparison: ComparisonView.nullable(),
    }),
  ),
  mixed: z.int().describe('Contacts that saw several variants because weights changed: left out'),
  verdict: z.object({
    kind: z.enum(['better', 'no-difference', 'open']),
    variant: z.string().nullable(),
    more: z.int().nullable(),
    words: z.object({ en: z.string(), ru: z.string() }),
  }),
});

export const view = ({ _id, startedAt, finishedAt, updatedAt, ...experiment }: Experiment) => ({
  id: _id,
  agent: experiment.agent,
  name: experiment.name,
  hypothesis: experiment.hypothesis,
  variants: experiment.variants,
  goals: experiment.goals,
  minimalEffect: experiment.minimalEffect,
  status: experiment.status,
  startedAt: startedAt?.toISOString() ?? null,
  finishedAt: finishedAt?.toISOString() ?? null,
  promoted: experiment.promoted,
  updatedAt: updatedAt.toISOString(),
});

export const viewOfResults = ({ variants, mixed, verdict }: Results) => ({
  variants: variants.map(({ variant, comparison, ...counted }) => ({
    ...variant,
    ...counted,
    comparison: comparison && viewOfComparison(comparison),
  })),
  mixed,
  verdict,
});

function viewOfComparison({ always, ...comparison }: NonNullable<Results['variants'][number]['comparison']>) {
  return { ...comparison, alwaysP: always.p, alwaysInterval: always.interval };
}
