import type { JsonObject } from '@scenarium/language';
import type { PluginEvent } from '@scenarium/sdk';
import type { Db } from 'mongodb';
import type { Logger } from 'pino';
import type { Runtime } from '../../../runtime/index.ts';
import type { Agents } from '../../agents/index.ts';
import type { Scenarios } from '../../scenarios/index.ts';
import type { EventDocument, PlatformEvent } from '../model.ts';

export interface Events {
  prepare(): Promise<void>;
  /** Keeps an event, gives it to every conversation that waits for it, and starts the agents that it triggers. */
  publish(event: PlatformEvent): Promise<{ delivered: number; started: number }>;
}

export interface EventsOptions {
  db: Db;
  agents: Agents;
  scenarios: Scenarios;
  log: Logger;
  runtime(): Pick<Runtime, 'accept' | 'store'>;
  tellPlugins(event: PluginEvent): void;
  /** Runs an agent in its conversation with a contact; the same `id` again changes nothing. */
  start(run: {
    tenant: string;
    agent: string;
    contact: string;
    id: string;
    trigger: { event: string; hops: number };
    values: JsonObject;
  }): Promise<unknown>;
}

const KEPT_SECONDS = 30 * 24 * 3_600;
const MOST_WAITING = 10_000;

/** Events that lead to one another start no more agents after so many: a circle ends here. */
const MOST_HOPS = 5;

export function createEvents({ db, agents, scenarios, log, runtime, tellPlugins, start }: EventsOptions): Events {
  const events = db.collection<EventDocument>('events');
  return {
    async prepare() {
      await events.createIndex({ at: 1 }, { expireAfterSeconds: KEPT_SECONDS });
      await events.createIndex({ tenant: 1, name: 1, at: -1 });
    },
    async publish(event) {
      const { id, tenant, name, key = null, data, contact = null } = event;
      await events.updateOne(
        { _id: `${tenant}:${id}` },
        { $setOnInsert: { tenant, name, key, data, contact, at: new Date() } },
        { upsert: true },
      );
      const published = { delivered: await deliver(event), started: await startTriggered(event) };
      log.info({ tenant, id, name, key, contact, ...published });
      tellPlugins({ id, tenant, name, at: new Date().toISOString(), data });
      return published;
    },
  };

  async function deliver({ id, tenant, name, key, data }: PlatformEvent): Promise<number> {
    const waiting = await runtime().store.waitingFor({ tenant, name, key }, MOST_WAITING);
    for (const { _id, channel } of waiting) {
      const body = { kind: 'event' as const, name, data, ...(key !== undefined && { key }) };
      await runtime().accept({ tenant, conversation: _id, channel, externalId: `${_id}:event:${id}`, body });
    }
    return waiting.length;
  }

  async function startTriggered({ id, tenant, name, data, contact, hops = 0 }: PlatformEvent): Promise<number> {
    if (hops > MOST_HOPS) return 0;
    const values = isObject(data) ? data : {};
    let started = 0;
    for (const { _id: agent, version } of await agents.list(tenant)) {
      if (version === null) continue;
      const { scenario } = await scenarios.compiled(tenant, version);
      if (!scenario.triggers.some((trigger) => trigger.type === 'event' && trigger.event === name)) continue;
      const trigger = { event: name, hops };
      await start({ tenant, agent, contact: contact ?? `event:${id}`, id: `event:${id}`, trigger, values });
      started += 1;
    }
    return started;
  }
}

function isObject(data: PlatformEvent['data']): data is JsonObject {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
