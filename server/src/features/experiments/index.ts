import type { CompiledScenario } from '@scenarium/language';
import type { Connection } from 'mongoose';
import { agentProblems, type Agents } from '../agents/index.ts';
import { experimentModels, type Experiment } from './model.ts';
import { checkPlan } from './operations/check-plan.ts';
import {
  changeExperiment,
  createExperiment,
  getExperiment,
  listExperiments,
  removeExperiment,
  type ExperimentPlace,
  type ExperimentPlan,
} from './operations/experiments.ts';
import { record, type Recorded } from './operations/record.ts';
import { results, type Results } from './operations/results.ts';
import { createRunning, type Running } from './operations/running.ts';
import { experimentProblems } from './problems.ts';

export { experimentRoutes } from './routes.ts';

/** Experiments: versions of an agent compared on its contacts. */
export interface Experiments {
  prepare(): Promise<void>;
  list(tenant: string, agent?: string): Promise<Experiment[]>;
  get(of: ExperimentPlace): Promise<Experiment>;
  create(tenant: string, plan: ExperimentPlan): Promise<Experiment>;
  /** A draft changes as a whole; of a running one name, hypothesis and weights. */
  update(of: ExperimentPlace, changes: Partial<Omit<ExperimentPlan, 'agent'>>): Promise<Experiment>;
  remove(of: ExperimentPlace): Promise<void>;
  /** From now on new runs of the agent choose a variant. */
  start(of: ExperimentPlace): Promise<Experiment>;
  /** Ends it; `promote` becomes the agent's version. The same again finishes what was interrupted. */
  finish(of: ExperimentPlace, promote: string | null): Promise<Experiment>;
  results(of: ExperimentPlace): Promise<Results>;
  choose: Running['choose'];
  /** Keeps what came of a run; safe to repeat. */
  record(run: Recorded): Promise<void>;
}

export interface ExperimentsOptions {
  connection: Connection;
  agents: Pick<Agents, 'get' | 'update'>;
  compiled(tenant: string, version: string): Promise<CompiledScenario>;
}

export function createExperiments({ connection, agents, compiled }: ExperimentsOptions): Experiments {
  const models = experimentModels(connection);
  const running = createRunning(models);
  const get = (of: ExperimentPlace): Promise<Experiment> => getExperiment(models, of);

  /** Writes the change, and lets this process see it at once. */
  async function change(of: Experiment, changes: Partial<Experiment>): Promise<Experiment> {
    const { tenant, _id: id, status } = of;
    const changed = await changeExperiment(models, { tenant, id, status }, changes);
    running.forget();
    return changed;
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
      return createExperiment(models, tenant, { ...plan, agent });
    },
    async update(of, changes) {
      const before = await get(of);
      const isFixed = before.status === 'running' && !keepsQuestion(before, changes);
      if (before.status === 'finished' || isFixed)
        throw experimentProblems.experiment_status({ detail: before.status });
      await checkPlan({ ...before, ...changes }, compiled);
      return change(before, changes);
    },
    remove: (of) => removeExperiment(models, of),
    async start(of) {
      const draft = await get(of);
      if (draft.status !== 'draft') throw experimentProblems.experiment_status({ detail: draft.status });
      const { version } = await agents.get(of.tenant, draft.agent);
      if (version === null) throw agentProblems.agent_not_active({ detail: draft.agent });
      return change(draft, { status: 'running', startedAt: new Date() });
    },
    async finish(of, promote) {
      const before = await get(of);
      const winner = promote === null ? null : before.variants.find(({ id }) => id === promote);
      if (winner === undefined) throw experimentProblems.variant_not_found({ detail: promote ?? '' });
      const isRepeated = before.status === 'finished' && before.promoted === promote;
      if (before.status !== 'running' && !isRepeated)
        throw experimentProblems.experiment_status({ detail: before.status });
      const ended = { status: 'finished' as const, finishedAt: new Date(), promoted: promote };
      const finished = isRepeated ? before : await change(before, ended);
      if (winner) await agents.update({ tenant: of.tenant, id: before.agent }, { version: winner.version });
      return finished;
    },
    results: async (of) => results(models, await get(of)),
    choose: running.choose,
    record: (run) => record(models.runs, run),
  };
}

/** Do the changes leave what is asked: the versions that are compared, and the goal? */
function keepsQuestion(
  { variants, goals, minimalEffect }: Experiment,
  changes: Partial<Omit<ExperimentPlan, 'agent'>>,
): boolean {
  const versionsOf = (list: readonly { version: string }[]): string => list.map(({ version }) => version).join();
  return (
    versionsOf(changes.variants ?? variants) === versionsOf(variants) &&
    (changes.goals ?? goals).join('\n') === goals.join('\n') &&
    (changes.minimalEffect ?? minimalEffect) === minimalEffect
  );
}
