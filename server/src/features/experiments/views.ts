import { z } from 'zod';
import type { Experiment } from './model.ts';
import type { Results } from './operations/results.ts';
import { FEWEST_CONTACTS } from './statistics/judge.ts';
import { SPLIT_ALPHA } from './statistics/split.ts';

const VariantView = z.object({
  id: z.string(),
  name: z.string(),
  version: z.string(),
  scenario: z.string(),
  number: z.int(),
  weight: z.int(),
});
const GoalView = z.object({ kind: z.enum(['outcome', 'event']), name: z.string() });
const IntervalView = z.array(z.number()).describe('Lower and upper end, 95 %');

export const ExperimentView = z.object({
  id: z.string(),
  agent: z.string(),
  name: z.string(),
  hypothesis: z.string(),
  variants: z.array(VariantView),
  goals: z.array(GoalView),
  minimalEffect: z.number(),
  status: z.enum(['draft', 'running', 'paused', 'finished']),
  broken: z.string().nullable().describe('The variant whose version was gone: the experiment paused by itself'),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  promoted: z.string().nullable().describe('The variant that became the agent’s version'),
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
      contacts: z.int().describe('Contacts that began a run on it, each counted once'),
      runs: z.int(),
      failures: z.int().describe('Runs that ended with an error'),
      conversions: z.int().describe('Contacts that reached a goal at least once'),
      rate: z.number().nullable(),
      interval: IntervalView.describe('Wilson’s, 95 %'),
      comparison: ComparisonView.nullable(),
    }),
  ),
  verdict: z.object({
    kind: z.enum(['better', 'no-difference', 'open']),
    variant: z.string().nullable().describe('The better one'),
    more: z.int().nullable().describe('Contacts to wait for where it is open'),
    fewest: z.int().describe('Nothing is said before each variant has so many contacts'),
  }),
  split: z.object({
    p: z.number().describe('Of the split being as planned; holds however often somebody looks'),
    isPlanned: z.boolean().describe('False: contacts get lost or doubled somewhere, and no result is to be trusted'),
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
  broken: experiment.broken,
  startedAt: startedAt?.toISOString() ?? null,
  finishedAt: finishedAt?.toISOString() ?? null,
  promoted: experiment.promoted,
  updatedAt: updatedAt.toISOString(),
});

export const viewOfResults = ({ variants, verdict, splitP }: Results) => ({
  variants: variants.map(({ variant, comparison, ...counted }) => ({
    ...variant,
    ...counted,
    comparison: comparison && viewOfComparison(comparison),
  })),
  verdict: {
    kind: verdict.kind,
    variant: verdict.kind === 'better' ? (variants[verdict.variant]?.variant.id ?? null) : null,
    more: verdict.kind === 'open' ? verdict.more : null,
    fewest: FEWEST_CONTACTS,
  },
  split: { p: splitP, isPlanned: splitP > SPLIT_ALPHA },
});

function viewOfComparison({ always, ...comparison }: NonNullable<Results['variants'][number]['comparison']>) {
  return { ...comparison, alwaysP: always.p, alwaysInterval: always.interval };
}
