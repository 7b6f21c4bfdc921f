import { Schema, type Connection, type Model } from 'mongoose';
import { tenantScoped } from '../../platform/mongo/tenant-scoped.ts';

/** One of the versions that are compared. `id` is its letter, by place. */
export interface Variant {
  id: string;
  name: string;
  version: string;
  /** The scenario that the version is of, and its number there. */
  scenario: string;
  number: number;
  /** Percent of contacts; those of an experiment make 100. */
  weight: number;
}

/** What counts as a conversion: a run that ends with this outcome, or that emits this event. */
export interface Goal {
  kind: 'outcome' | 'event';
  name: string;
}

/** Versions compared on the contacts of an agent, by the goals that they reach. */
export interface Experiment {
  _id: string;
  tenant: string;
  agent: string;
  name: string;
  hypothesis: string;
  /** The first is what the others are compared with. */
  variants: Variant[];
  /** A contact converts who reaches one of them. */
  goals: Goal[];
  /** The smallest difference of rates that matters, 0.05 for five points. */
  minimalEffect: number;
  status: 'draft' | 'running' | 'paused' | 'finished';
  /** The variant whose version was gone: the experiment paused by itself. */
  broken: string | null;
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
  /** What it ended with; null: it goes on, was given up, or ended without an outcome. */
  outcome: string | null;
  failed: boolean;
  /** Names of the events that it emitted. */
  events: string[];
  at: Date;
}

export interface ExperimentModels {
  experiments: Model<Experiment>;
  runs: Model<ExperimentRun>;
}

export function experimentModels(connection: Connection): ExperimentModels {
  return {
    experiments: connection.model<Experiment>('Experiment', experimentSchema()),
    runs: connection.model<ExperimentRun>('ExperimentRun', runSchema()),
  };
}

function experimentSchema(): Schema<Experiment> {
  const variant = new Schema<Variant>(
    {
      id: { type: String, required: true },
      name: { type: String, required: true },
      version: { type: String, required: true },
      scenario: { type: String, required: true },
      number: { type: Number, required: true },
      weight: { type: Number, required: true },
    },
    { _id: false, id: false },
  );
  const goal = new Schema<Goal>(
    { kind: { type: String, required: true }, name: { type: String, required: true } },
    { _id: false },
  );
  const schema = new Schema<Experiment>(
    {
      _id: { type: String, required: true },
      agent: { type: String, required: true },
      name: { type: String, required: true },
      hypothesis: { type: String, default: '' },
      variants: { type: [variant], required: true },
      goals: { type: [goal], required: true },
      minimalEffect: { type: Number, required: true },
      status: { type: String, required: true },
      broken: { type: String, default: null },
      startedAt: { type: Date, default: null },
      finishedAt: { type: Date, default: null },
      promoted: { type: String, default: null },
    },
    { timestamps: true, collection: 'experiments' },
  );
  schema.plugin(tenantScoped);
  schema.index({ tenant: 1, agent: 1, createdAt: -1 });
  schema.index(
    { tenant: 1, agent: 1 },
    { unique: true, partialFilterExpression: { status: 'running' }, name: 'one-running' },
  );
  return schema;
}

function runSchema(): Schema<ExperimentRun> {
  const schema = new Schema<ExperimentRun>(
    {
      _id: { type: String, required: true },
      experiment: { type: String, required: true },
      variant: { type: String, required: true },
      contact: { type: String, required: true },
      outcome: { type: String, default: null },
      failed: { type: Boolean, default: false },
      events: { type: [String], default: [] },
      at: { type: Date, required: true },
    },
    { collection: 'experiment_runs' },
  );
  schema.plugin(tenantScoped);
  schema.index({ tenant: 1, experiment: 1, contact: 1 });
  return schema;
}
