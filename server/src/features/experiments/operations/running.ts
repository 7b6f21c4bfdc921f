import type { CompiledScenario } from '@scenarium/language';
import { LRUCache } from 'lru-cache';
import { Problem } from '../../../platform/errors/problem.ts';
import type { ActiveAgent, Chosen } from '../../../runtime/index.ts';
import type { Experiment, ExperimentModels } from '../model.ts';
import { assign } from './assign.ts';

const KNOWN_MS = 1_000;

/** The experiments that run, known for a moment. */
export interface Running {
  /** What a new run of the contact begins with: the variant of the agent's experiment, or the agent's own version. */
  choose(agent: ActiveAgent, who: { tenant: string; contact: string }): Promise<Chosen>;
  /** Something was started, changed or finished here. */
  forget(): void;
}

export interface RunningOptions {
  models: ExperimentModels;
  compiled(tenant: string, version: string): Promise<CompiledScenario>;
  /** The version of this variant is gone. */
  broke(experiment: Experiment, variant: string): Promise<void>;
}

export function createRunning({ models: { experiments }, compiled, broke }: RunningOptions): Running {
  const known = new LRUCache<string, { experiment: Experiment | null }>({ max: 5_000, ttl: KNOWN_MS });

  async function runningOf(tenant: string, id: string): Promise<Experiment | null> {
    const found = known.get(id);
    if (found) return found.experiment;
    const experiment = await experiments.findOne({ tenant, _id: id, status: 'running' }).lean();
    known.set(id, { experiment });
    return experiment;
  }

  return {
    forget: () => known.clear(),
    async choose({ version, experiment: id }, { tenant, contact }) {
      const experiment = id === null ? null : await runningOf(tenant, id);
      if (!experiment) return { version };
      const variant = assign(experiment._id, experiment.variants, contact);
      try {
        await compiled(tenant, variant.version);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        await broke(experiment, variant.id);
        return { version };
      }
      return { version: variant.version, assignment: { experiment: experiment._id, variant: variant.id } };
    },
  };
}
