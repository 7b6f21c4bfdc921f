import type { Model } from 'mongoose';
import type { Assignment } from '../../../runtime/index.ts';
import type { ExperimentRun } from '../model.ts';

/** A run of a contact on a variant; `outcome` once it is over. */
export interface Recorded extends Assignment {
  tenant: string;
  contact: string;
  run: string;
  at: number;
  outcome?: string | undefined;
}

/** Keeps what came of a run under the run's own name: told again, in whatever order, it is the same row. */
export async function record(
  runs: Model<ExperimentRun>,
  { tenant, experiment, variant, contact, run, at, outcome }: Recorded,
): Promise<void> {
  await runs.updateOne(
    { tenant, _id: `${experiment}:${run}` },
    {
      $setOnInsert: {
        experiment,
        variant,
        contact,
        run,
        at: new Date(at),
        ...(outcome === undefined && { outcome: null }),
      },
      ...(outcome !== undefined && { $set: { outcome } }),
    },
    { upsert: true },
  );
}
