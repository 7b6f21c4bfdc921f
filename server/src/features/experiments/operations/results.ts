import type { Experiment, ExperimentModels, Goal, Variant } from '../model.ts';
import { judge, type Comparison, type Verdict } from '../statistics/judge.ts';
import { rateOf, wilson, type Arm, type Interval } from '../statistics/proportions.ts';
import { splitP } from '../statistics/split.ts';

export interface VariantResult extends Counted {
  variant: Variant;
  /** Of contacts that reached a goal at least once; null while there are none. */
  rate: number | null;
  interval: Interval;
  /** Beside the first variant; null for that one itself. */
  comparison: Comparison | null;
}

export interface Results {
  variants: VariantResult[];
  verdict: Verdict;
  /** That contacts were split as planned: a small value says that they were not. */
  splitP: number;
}

/** Contacts count once each, however many runs they began. */
interface Counted extends Arm {
  runs: number;
  /** Runs that ended with an error. */
  failures: number;
}

const NOBODY: Counted = { contacts: 0, runs: 0, conversions: 0, failures: 0 };

/** What came of an experiment, counted from the runs that were kept. */
export async function results(models: ExperimentModels, experiment: Experiment): Promise<Results> {
  const { variants, minimalEffect } = experiment;
  const counted = new Map((await count(models, experiment)).map(({ _id, ...arm }) => [_id, arm]));
  const arms = variants.map(({ id }) => counted.get(id) ?? NOBODY);
  const [first = NOBODY, ...others] = arms;
  const { comparisons, verdict } = judge([first, ...others], minimalEffect);
  return {
    variants: variants.map((variant, at) => {
      const arm = arms[at] ?? NOBODY;
      const comparison = comparisons[at - 1] ?? null;
      return { variant, ...arm, rate: arm.contacts ? rateOf(arm) : null, interval: wilson(arm), comparison };
    }),
    verdict,
    splitP: splitP(
      arms.map(({ contacts }) => contacts),
      variants.map(({ weight }) => weight),
    ),
  };
}

function count({ runs }: ExperimentModels, { tenant, _id, goals }: Experiment): Promise<(Counted & { _id: string })[]> {
  const named = (kind: Goal['kind']): string[] => goals.filter((goal) => goal.kind === kind).map(({ name }) => name);
  const isReached = {
    $or: [
      { $in: ['$outcome', named('outcome')] },
      { $gt: [{ $size: { $setIntersection: ['$events', named('event')] } }, 0] },
    ],
  };
  return runs.aggregate([
    { $match: { tenant, experiment: _id } },
    {
      $group: {
        _id: { contact: '$contact', variant: '$variant' },
        runs: { $sum: 1 },
        failures: { $sum: { $cond: ['$failed', 1, 0] } },
        converted: { $max: { $cond: [isReached, 1, 0] } },
      },
    },
    {
      $group: {
        _id: '$_id.variant',
        contacts: { $sum: 1 },
        runs: { $sum: '$runs' },
        failures: { $sum: '$failures' },
        conversions: { $sum: '$converted' },
      },
    },
  ]);
}
