import type { Experiment, ExperimentModels, Variant } from '../model.ts';
import { judge, type Comparison } from '../statistics/judge.ts';
import { rateOf, wilson, type Arm, type Interval } from '../statistics/proportions.ts';
import { inWords, type Words } from './in-words.ts';

export interface VariantResult extends Arm {
  variant: Variant;
  runs: number;
  /** Of contacts that reached a goal at least once; null while there are none. */
  rate: number | null;
  interval: Interval;
  /** Beside the first variant; null for that one itself. */
  comparison: Comparison | null;
}

export interface Results {
  variants: VariantResult[];
  /** Contacts that saw several variants, because weights changed: left out. */
  mixed: number;
  verdict: {
    kind: 'better' | 'no-difference' | 'open';
    /** Id of the better variant. */
    variant: string | null;
    /** Contacts to wait for, where it is open. */
    more: number | null;
    words: Words;
  };
}

interface Counted extends Arm {
  _id: string;
  runs: number;
}

const NOBODY = { contacts: 0, runs: 0, conversions: 0 };

/** What came of an experiment, counted from the runs that were kept. */
export async function results(models: ExperimentModels, experiment: Experiment): Promise<Results> {
  const { variants, minimalEffect } = experiment;
  const counted = new Map((await count(models, experiment)).map(({ _id, ...arm }) => [_id, arm]));
  const arms = variants.map(({ id }) => counted.get(id) ?? NOBODY);
  const { comparisons, verdict } = judge(arms as [Arm, ...Arm[]], minimalEffect);
  return {
    variants: variants.map((variant, at) => {
      const arm = arms[at] ?? NOBODY;
      const comparison = comparisons[at - 1] ?? null;
      return { variant, ...arm, rate: arm.contacts ? rateOf(arm) : null, interval: wilson(arm), comparison };
    }),
    mixed: counted.get('')?.contacts ?? 0,
    verdict: {
      kind: verdict.kind,
      variant: verdict.kind === 'better' ? (variants[verdict.variant]?.id ?? null) : null,
      more: verdict.kind === 'open' ? verdict.more : null,
      words: inWords({ verdict, comparisons }, experiment),
    },
  };
}

/** Contacts by the one variant that each of them saw; those who saw several stand under ''. */
function count({ runs }: ExperimentModels, { tenant, _id, goals }: Experiment): Promise<Counted[]> {
  return runs.aggregate<Counted>([
    { $match: { tenant, experiment: _id } },
    {
      $group: {
        _id: '$contact',
        first: { $min: '$variant' },
        last: { $max: '$variant' },
        runs: { $sum: 1 },
        converted: { $max: { $cond: [{ $in: ['$outcome', goals] }, 1, 0] } },
      },
    },
    {
      $group: {
        _id: { $cond: [{ $eq: ['$first', '$last'] }, '$first', ''] },
        contacts: { $sum: 1 },
        runs: { $sum: '$runs' },
        conversions: { $sum: '$converted' },
      },
    },
  ]);
}
