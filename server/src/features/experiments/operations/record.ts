import type { Model } from 'mongoose';
import type { Assignment } from '../../../runtime/index.ts';
import type { ExperimentRun } from '../model.ts';

/** A run of a contact on a variant: that it began, that it emitted an event, or how it ended. */
export interface Recorded extends Assignment {
  tenant: string;
  contact: string;
  at: number;
  event?: string;
  end?: { status: string; outcome: string | undefined };
}

/** Keeps what came of a run under the run's own name: told again, in whatever order, it is the same row. */
export async function record(
  runs: Model<ExperimentRun>,
  { tenant, experiment, variant, run, contact, at, event, end }: Recorded,
): Promise<void> {
  await runs.updateOne(
    { tenant, _id: `${experiment}:${run}` },
    {
      $setOnInsert: { experiment, variant, contact, at: new Date(at) },
      ...(event !== undefined && { $addToSet: { events: event } }),
      ...(end && { $set: { outcome: end.outcome ?? null, failed: end.status === 'failed' } }),
    },
    { upsert: true, setDefaultsOnInsert: true },
  );
}
