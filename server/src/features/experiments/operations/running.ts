import { LRUCache } from 'lru-cache';
import type { ActiveAgent, Chosen } from '../../../runtime/index.ts';
import type { Experiment, ExperimentModels, Variants } from '../model.ts';
import { assign } from './assign.ts';

const KNOWN_MS = 1_000;

/** The experiments that run, known for a moment. */
export interface Running {
  /** What a new run of the contact begins with: the variant of the agent's experiment, or the agent's own version. */
  choose(agent: ActiveAgent, who: { tenant: string; contact: string }): Promise<Chosen>;
  /** Something was started, changed or finished here. */
  forget(): void;
}

export function createRunning({ experiments }: ExperimentModels): Running {
  const known = new LRUCache<string, { experiment: Pick<Experiment, '_id' | 'variants'> | null }>({
    max: 5_000,
    ttl: KNOWN_MS,
  });

  return {
    forget: () => known.clear(),
    async choose({ id, version }, { tenant, contact }) {
      const experiment = await runningOf(tenant, id);
      if (!experiment) return { version };
      const variant = assign(experiment._id, experiment.variants as unknown as Variants, contact);
      return { version: variant.version, assignment: { experiment: experiment._id, variant: variant.id } };
    },
  };

  async function runningOf(tenant: string, agent: string): Promise<Pick<Experiment, '_id' | 'variants'> | null> {
    const key = `${tenant} ${agent}`;
    const found = known.get(key);
    if (found) return found.experiment;
    const experiment = await experiments.findOne({ tenant, agent, status: 'running' }).lean();
    known.set(key, { experiment });
    return experiment;
  }
}
