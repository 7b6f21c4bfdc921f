import { Schema, type Connection, type Model } from 'mongoose';
import { tenantScoped } from '../../platform/mongo/tenant-scoped.ts';

/** One of the versions that are compared. `id` is its letter, by place. */
export interface Variant {
  id: string;
  name: string;
  version: string;
  /** Percent of new contacts; those of an experiment make 100. */
  weight: number;
}

export type Variants = readonly [Variant, ...Variant[]];

/** Versions of an agent compared on its contacts by the outcomes they lead to. */
export interface Experiment {
  _id: string;
  tenant: string;
  agent: string;
  name: string;
  hypothesis: string;
  variants: Variant[];
  /** Outcomes of `end` steps that count as a conversion. */
  goals: string[];
  /** The smallest difference of rates that matters, 0.05 for five points. */
  minimalEffect: number;
  status: 'draft' | 'running' | 'finished';
  startedAt: Date | null;
  finishedAt: Date | null;
  /** The variant that became the agent's version at the end. */
  promoted: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** A run that began on a variant. Its id is made of experiment and run: written again, it is the same one. */
export interface ExperimentRun {
  _id: string;
  tenant: string;
  experiment: string;
  variant: string;
  contact: string;
  run: string;
  /** What it ended with; null: it goes on, or was given up. */
  outcome: string | null;
  at: Date;
}

export interface ExperimentModels {
  experiments: Model<Experiment>;
  runs: Model<ExperimentRun>;
}

export function experimentModels(connection: Connection): ExperimentModels {
  const variant = new Schema<Variant>(
    {
      id: { type: String, required: true },
      name: { type: String, required: true },
      version: { type: String, required: true },
      weight: { type: Number, required: true },
    },
    { _id: false, id: false },
  );
  const experiment = new Schema<Experiment>(
    {
      _id: { type: String, required: true },
      agent: { type: String, required: true },
      name: { type: String, required: true },
      hypothesis: { type: String, default: '' },
      variants: { type: [variant], required: true },
      goals: { type: [String], required: true },
      minimalEffect: { type: Number, required: true },
      status: { type: String, required: true },
      startedAt: { type: Date, default: null },
      finishedAt: { type: Date, default: null },
      promoted: { type: String, default: null },
    },
    { timestamps: true, collection: 'experiments' },
  );
  experiment.plugin(tenantScoped);
  experiment.index({ tenant: 1, agent: 1, createdAt: -1 });
  experiment.index(
    { tenant: 1, agent: 1 },
    { unique: true, partialFilterExpression: { status: 'running' }, name: 'one-running' },
  );
  const run = new Schema<ExperimentRun>(
    {
      _id: { type: String, required: true },
      experiment: { type: String, required: true },
      variant: { type: String, required: true },
      contact: { type: String, required: true },
      run: { type: String, required: true },
      outcome: { type: String, default: null },
      at: { type: Date, required: true },
    },
    { collection: 'experiment_runs' },
  );
  run.plugin(tenantScoped);
  run.index({ tenant: 1, experiment: 1, contact: 1 });
  return {
    experiments: connection.model<Experiment>('Experiment', experiment),
    runs: connection.model<ExperimentRun>('ExperimentRun', run),
  };
}
