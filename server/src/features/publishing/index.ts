import type { Connection } from 'mongoose';
import { LRUCache } from 'lru-cache';
import type { ActivationPlan, Runtime } from '../../runtime/index.ts';
import type { Agents } from '../agents/index.ts';
import type { Publishing as Draft, Scenarios, Version } from '../scenarios/index.ts';
import { activationModel, type Activation } from './model.ts';
import { activate, checkChoice, type ActivateVersion, type Choice } from './operations/activate.ts';
import { createAsking } from './operations/ask.ts';
import { inTurn } from './operations/in-turn.ts';
import { liveOf, type LiveAgent } from './operations/live.ts';
import { progressOf, type Progress } from './operations/progress.ts';
import { publishingProblems } from './problems.ts';

export { publishingRoutes } from './routes.ts';

export interface PublishingOptions {
  connection: Connection;
  scenarios: Scenarios;
  agents: Agents;
  runtime(): Pick<Runtime, 'accept' | 'settled' | 'store'>;
  report(error: unknown): void;
}

/** New versions for agents that are talking. */
export interface Publishing {
  prepare(): Promise<void>;
  /** Goes on with what a process left undone. */
  start(): void;
  stop(): Promise<void>;
  live(of: { tenant: string; scenario: string; version?: string | undefined }): Promise<LiveAgent[]>;
  /** Publishes the draft and lets these agents run it. Nothing is published when one of them cannot. */
  publish(draft: Draft, choices: readonly Choice[]): Promise<{ version: Version; activations: Activation[] }>;
  activate(version: ActivateVersion): Promise<Activation>;
  /** The latest changes of an agent's version, newest first, and how far the newest is. */
  activations(tenant: string, agent: string): Promise<{ activations: Activation[]; progress: Progress | null }>;
  plan(tenant: string, activation: string): Promise<ActivationPlan>;
}

const SHOWN = 20;

export function createPublishing(options: PublishingOptions): Publishing {
  const { connection, agents, scenarios, runtime } = options;
  const activations = activationModel(connection);
  const asking = createAsking(activations, options);
  const parts = { ...options, activations, asking };
  const plans = new LRUCache<string, ActivationPlan>({ max: 200 });
  return {
    async prepare() {
      await activations.createIndexes();
    },
    start: asking.start,
    stop: asking.stop,
    live: (of) => liveOf(options, of),
    async publish(draft, choices) {
      const { tenant, id: scenario, author } = draft;
      for (const choice of choices) await inTurn(() => checkChoice(parts, { tenant, scenario, ...choice }));
      const version = await scenarios.publish(draft);
      const begun: Activation[] = [];
      for (const choice of choices)
        begun.push(await inTurn(() => activate(parts, { tenant, author, version: version._id, ...choice })));
      return { version, activations: begun };
    },
    activate: (version) => inTurn(() => activate(parts, version)),
    async activations(tenant, reference) {
      const { _id: agent } = await agents.get(tenant, reference);
      const found = await activations.find({ tenant, agent }).sort({ createdAt: -1 }).limit(SHOWN).lean();
      const [newest] = found;
      return { activations: found, progress: newest ? await progressOf(runtime(), newest) : null };
    },
    async plan(tenant, id) {
      const known = plans.get(id);
      if (known) return known;
      const found = await activations.findOne({ tenant, _id: id }).lean();
      if (!found) throw publishingProblems.activation_not_found({ detail: id });
      const { agent, from, to, steps, message } = found;
      const plan = { id, agent, from, to, steps, message };
      plans.set(id, plan);
      return plan;
    },
  };
}
