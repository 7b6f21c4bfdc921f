import { ObjectId } from 'mongodb';
import type { Experiment, ExperimentModels, Variant } from '../model.ts';
import { experimentProblems } from '../problems.ts';

/** One experiment of an organisation. */
export interface ExperimentPlace {
  tenant: string;
  id: string;
}

export type PlannedVariant = Omit<Variant, 'scenario' | 'number'>;

export interface ExperimentPlan extends Pick<Experiment, 'agent' | 'name' | 'hypothesis' | 'goals' | 'minimalEffect'> {
  variants: PlannedVariant[];
}

type NewExperiment = Omit<ExperimentPlan, 'variants'> & Pick<Experiment, 'variants'>;

/** Experiments of an agent, or of all, the newest first. */
export function listExperiments(
  { experiments }: ExperimentModels,
  tenant: string,
  agent: string | undefined,
): Promise<Experiment[]> {
  return experiments
    .find({ tenant, ...(agent !== undefined && { agent }) })
    .sort({ createdAt: -1 })
    .limit(200)
    .lean();
}

/** @throws experiment_not_found */
export async function getExperiment(
  { experiments }: ExperimentModels,
  { tenant, id }: ExperimentPlace,
): Promise<Experiment> {
  const found = await experiments.findOne({ tenant, _id: id }).lean();
  if (!found) throw experimentProblems.experiment_not_found({ detail: id });
  return found;
}

export async function createExperiment(
  { experiments }: ExperimentModels,
  tenant: string,
  plan: NewExperiment,
): Promise<Experiment> {
  const _id = new ObjectId().toHexString();
  return (await experiments.create({ _id, tenant, ...plan, status: 'draft' })).toObject();
}

/** @throws experiment_status unless it is a draft */
export async function removeExperiment(models: ExperimentModels, place: ExperimentPlace): Promise<void> {
  const { status } = await getExperiment(models, place);
  const { deletedCount } = await models.experiments.deleteOne({ tenant: place.tenant, _id: place.id, status: 'draft' });
  if (deletedCount === 0) throw experimentProblems.experiment_status({ detail: status });
}

/** Changes an experiment that is still in this state. @throws experiment_status, experiment_running */
export async function changeExperiment(
  models: ExperimentModels,
  { tenant, id, status }: ExperimentPlace & Pick<Experiment, 'status'>,
  changes: Partial<Experiment>,
): Promise<Experiment> {
  const changed = await models.experiments
    .findOneAndUpdate({ tenant, _id: id, status }, { $set: changes }, { returnDocument: 'after' })
    .lean()
    .catch((error: { code?: number }) => {
      if (error.code === 11000) throw experimentProblems.experiment_running();
      throw error;
    });
  if (changed) return changed;
  throw experimentProblems.experiment_status({ detail: (await getExperiment(models, { tenant, id })).status });
}
