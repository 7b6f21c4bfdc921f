import { setTimeout as pause } from 'node:timers/promises';
import type { Model } from 'mongoose';
import type { PublishingOptions } from '../index.ts';
import type { Activation } from '../model.ts';

/** Carries activations out: puts a row into the queue of each conversation in progress, where it stands behind what came before. */
export interface Asking {
  /** Begins with one at once. */
  ask(activation: Activation): void;
  /** Goes on with those that a process left when it died, now and from time to time. */
  start(): void;
  stop(): Promise<void>;
}

/** Other processes may let conversations begin on the old version for so long: those are asked as well. */
const KNOWN_ELSEWHERE_MS = 2_000;
const LOOK_MS = 3_000;
const AT_ONCE = 100;
/** A page of conversations is given so long to take their rows in before the next is asked. */
const PAGE_MS = 5_000;

/** That somebody else asks the same conversations does no harm: each takes the row of an activation once. */
export function createAsking(activations: Model<Activation>, options: PublishingOptions): Asking {
  const { agents, runtime, report } = options;
  const underWay = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;

  function ask(activation: Activation): void {
    const { _id } = activation;
    if (underWay.has(_id) || stopping.signal.aborted) return;
    const asked = carryOut(activation)
      .catch((error: unknown) => {
        if (!stopping.signal.aborted) report(error);
      })
      .finally(() => underWay.delete(_id));
    underWay.set(_id, asked);
  }

  async function carryOut({ _id, tenant, agent: id, from, to, steps, createdAt }: Activation): Promise<void> {
    const agent = await agents.get(tenant, id).catch(() => null);
    if (agent && agent.version === from && from !== to) await agents.update({ tenant, id }, { version: to });
    if (from !== null && from !== to && steps.some(({ fate }) => fate !== 'finish')) {
      const on = { tenant, agent: id, version: from };
      await askAll(on, _id);
      const rest = createdAt.getTime() + KNOWN_ELSEWHERE_MS - Date.now();
      await pause(Math.max(rest, 0), undefined, { signal: stopping.signal });
      await askAll(on, _id);
    }
    await activations.updateOne({ tenant, _id }, { state: 'asked' });
  }

  async function askAll(on: { tenant: string; agent: string; version: string }, activation: string): Promise<void> {
    for (let after = ''; ;) {
      stopping.signal.throwIfAborted();
      const page = await runtime().store.inProgress(on, after, AT_ONCE);
      const accepted = await Promise.all(
        page.map(({ _id, channel }) =>
          runtime().accept({
            ...{ tenant: on.tenant, conversation: _id, channel },
            externalId: `${_id}:activation:${activation}`,
            body: { kind: 'migrate', activation },
          }),
        ),
      );
      await Promise.all(accepted.map(({ row }) => runtime().settled(row.conversation, row.seq, PAGE_MS)));
      const last = page.at(-1);
      if (!last || page.length < AT_ONCE) return;
      after = last._id;
    }
  }

  async function look(): Promise<void> {
    const left = await activations.collection.find({ state: 'asking' }).toArray();
    for (const activation of left) ask(activation as unknown as Activation);
  }

  return {
    ask,
    start() {
      const again = (): void => void look().catch(report);
      again();
      timer = setInterval(again, LOOK_MS);
    },
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await Promise.all(underWay.values());
    },
  };
}
