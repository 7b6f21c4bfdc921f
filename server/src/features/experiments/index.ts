import type { Connection } from 'mongoose';
import { agentProblems, type Agents } from '../agents/index.ts';
import type { Scenarios } from '../scenarios/index.ts';
import { experimentModels, type Experiment, type Variant } from './model.ts';
import { checkPlan } from './operations/check-plan.ts';
import {
  changeExperiment,
  createExperiment,
  getExperiment,
  listExperiments,
  removeExperiment,
  type ExperimentPlace,
  type ExperimentPlan,
  type PlannedVariant,
} from './operations/experiments.ts';
import { record, type Recorded } from './operations/record.ts';
import { results, type Results } from './operations/results.ts';
import { createRunning, type Running } from './operations/running.ts';
import { experimentProblems } from './problems.ts';

export { experimentRoutes } from './routes.ts';

/** Experiments: versions compared on the contacts of an agent. */
export interface Experiments {
  prepare(): Promise<void>;
  list(tenant: string, agent?: string): Promise<Experiment[]>;
  get(of: ExperimentPlace): Promise<Experiment>;
  create(tenant: string, plan: ExperimentPlan): Promise<Experiment>;
  /** A draft changes in all; later only name and hypothesis, so that what was counted keeps its meaning. */
  update(of: ExperimentPlace, changes: Partial<Omit<ExperimentPlan, 'agent'>>): Promise<Experiment>;
  remove(of: ExperimentPlace): Promise<void>;
  /** From now on new runs of the agent choose a variant. The same again finishes what was interrupted. */
  start(of: ExperimentPlace): Promise<Experiment>;
  /** New runs begin with the agent's own version; those on a variant go on, and count. */
  pause(of: ExperimentPlace): Promise<Experiment>;
  /** Ends it; `promote` becomes the agent's version. The same again finishes what was interrupted. */
  finish(of: ExperimentPlace, promote: string | null): Promise<Experiment>;
  results(of: ExperimentPlace): Promise<Results>;
  choose: Running['choose'];
  /** Keeps what came of a run; safe to repeat. */
  record(run: Recorded): Promise<void>;
}

export interface ExperimentsOptions {
  connection: Connection;
  agents: Pick<Agents, 'get' | 'update' | 'follow' | 'leave'>;
  scenarios: Pick<Scenarios, 'compiled' | 'version'>;
}

export function createExperiments({ connection, agents, scenarios }: ExperimentsOptions): Experiments {
  const { compiled, version } = scenarios;
  const models = experimentModels(connection);
  const running = createRunning({
    models,
    compiled,
    async broke({ tenant, _id }, broken) {
      await models.experiments.updateOne({ tenant, _id, status: 'running' }, { $set: { status: 'paused', broken } });
      running.forget();
      await agents.leave(tenant, _id);
    },
  });
  const get = (of: ExperimentPlace): Promise<Experiment> => getExperiment(models, of);

  /** Writes the change if nobody was faster, and lets this process see it at once. */
  async function change({ tenant, _id: id, status }: Experiment, changes: Partial<Experiment>): Promise<Experiment> {
    const changed = await changeExperiment(models, { tenant, id, status }, changes);
    running.forget();
    return changed;
  }

  async function stop(experiment: Experiment, changes: Partial<Experiment>): Promise<Experiment> {
    const stopped = await change(experiment, changes);
    await agents.leave(experiment.tenant, experiment._id);
    return stopped;
  }

  /** The variants with what their versions are of. */
  function placed(tenant: string, variants: readonly PlannedVariant[]): Promise<Variant[]> {
    return Promise.all(
      variants.map(async (variant) => {
        const found = await version(tenant, variant.version);
        if (!found) throw agentProblems.version_not_found({ detail: variant.version });
        return { ...variant, scenario: found.scenario, number: found.number };
      }),
    );
  }

  return {
    async prepare() {
      await Promise.all([models.experiments.createIndexes(), models.runs.createIndexes()]);
    },
    list: (tenant, agent) => listExperiments(models, tenant, agent),
    get,
    async create(tenant, plan) {
      const { _id: agent } = await agents.get(tenant, plan.agent);
      await checkPlan({ tenant, ...plan }, compiled);
      return createExperiment(models, tenant, { ...plan, agent, variants: await placed(tenant, plan.variants) });
    },
    async update(of, { variants, ...changes }) {
      const before = await get(of);
      const isQuestionChanged = variants ?? changes.goals ?? changes.minimalEffect !== undefined;
      if (before.status !== 'draft' && isQuestionChanged)
        throw experimentProblems.experiment_status({ detail: before.status });
      if (before.status === 'draft')
        await checkPlan({ ...before, ...changes, ...(variants && { variants }) }, compiled);
      return change(before, { ...changes, ...(variants && { variants: await placed(of.tenant, variants) }) });
    },
    remove: (of) => removeExperiment(models, of),
    async start(of) {
      const before = await get(of);
      if (before.status === 'finished') throw experimentProblems.experiment_status({ detail: before.status });
      const agent = await agents.get(of.tenant, before.agent);
      if (agent.version === null) throw agentProblems.agent_not_active({ detail: before.agent });
      await checkPlan(before, compiled);
      const startedAt = before.startedAt ?? new Date();
      const started = await change(before, { status: 'running', broken: null, startedAt });
      await agents.follow({ tenant: of.tenant, id: before.agent }, before._id);
      return started;
    },
    async pause(of) {
      const before = await get(of);
      if (before.status !== 'running' && before.status !== 'paused')
        throw experimentProblems.experiment_status({ detail: before.status });
      return stop(before, { status: 'paused' });
    },
    async finish(of, promote) {
      const before = await get(of);
      const winner = promote === null ? null : before.variants.find(({ id }) => id === promote);
      if (winner === undefined) throw experimentProblems.variant_not_found({ detail: promote ?? '' });
      const isRepeated = before.status === 'finished' && before.promoted === promote;
      if (before.status === 'draft' || (before.status === 'finished' && !isRepeated))
        throw experimentProblems.experiment_status({ detail: before.status });
      if (winner) await compiled(of.tenant, winner.version);
      const finishedAt = before.finishedAt ?? new Date();
      const finished = await stop(before, { status: 'finished', finishedAt, promoted: promote });
      if (winner) await agents.update({ tenant: of.tenant, id: before.agent }, { version: winner.version });
      return finished;
    },
    results: async (of) => results(models, await get(of)),
    choose: running.choose,
    record: (run) => record(models.runs, run),
  };
}
