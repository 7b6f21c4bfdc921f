import type { JsonObject } from '@scenarium/language';
import type { CoreActions } from './core-actions.ts';
import type { Agents } from './features/agents/index.ts';
import type { Channels } from './features/channels/index.ts';
import type { Contacts } from './features/contacts/index.ts';
import type { Events } from './features/events/index.ts';
import type { Experiments } from './features/experiments/index.ts';
import type { Publishing } from './features/publishing/index.ts';
import type { Scenarios } from './features/scenarios/index.ts';
import type { Tickets } from './features/tickets/index.ts';
import type { Logs } from './platform/log/logs.ts';
import type { PluginHost } from './plugin-host/index.ts';
import type { Ports } from './runtime/index.ts';

export interface PortsOptions {
  agents: Agents;
  experiments: Experiments;
  scenarios: Scenarios;
  publishing: Publishing;
  plugins: PluginHost;
  channels: Pick<Channels, 'said' | 'working'>;
  contacts: Contacts;
  tickets: Tickets;
  events: Events;
  logs: Logs;
  live: Live;
  /** What the core itself carries out: answers from knowledge, calls of models. */
  coreActions: CoreActions;
}

/** Tells connected clients what happens in a conversation. */
export interface Live extends Pick<Ports, 'visible' | 'writing'> {
  working(conversation: string, on: boolean): void;
}

/** Plugs the features into the runtime, which knows none of them. */
export function createPorts({
  agents,
  experiments,
  scenarios,
  publishing,
  plugins,
  channels,
  contacts,
  tickets,
  events,
  logs,
  live,
  coreActions,
}: PortsOptions): Ports {
  const launches = logs.stream('agent_launch');
  const messages = logs.stream('messages');
  const localeErrors = logs.stream('locale_errors');
  const tasks = logs.stream('task_queue');
  function tellPlugins(
    name: string,
    { id, at }: { id: string; at: number },
    { tenant, _id: conversation }: { tenant: string; _id: string },
    facts: JsonObject,
  ): void {
    plugins.publish({ id, tenant, name, at: new Date(at).toISOString(), data: { conversation, ...facts } });
  }

  return {
    activeAgent: agents.active,
    chooseVersion: experiments.choose,
    compiled: scenarios.compiled,
    activation: publishing.plan,
    execute: (call) => coreActions[call.action]?.(call) ?? plugins.execute(call),
    repeatOf: (action, input) => (coreActions[action] ? 'safe' : plugins.repeatOf(action, input)),
    visible(update) {
      for (const { _id, direction, seq } of update.messages)
        messages.info({ id: _id, conversation: update.conversation, direction, seq });
      live.visible(update);
    },
    traced(entries, { tenant, _id }) {
      for (const { kind, scenario, step, detail } of entries)
        if (kind === 'missing-text') localeErrors.warn({ tenant, conversation: _id, scenario, step, detail });
    },
    recovered(what, { tenant, _id, attempts }) {
      tasks[what === 'set aside' ? 'error' : 'info']({ tenant, conversation: _id, attempts }, what);
    },
    said: channels.said,
    working(conversation, on) {
      live.working(conversation._id, on);
      if (on) channels.working(conversation);
    },
    writing: (conversation, text) => live.writing(conversation, text),
    async carryOut(item, { tenant, contact, _id, hops }) {
      switch (item.kind) {
        case 'event': {
          const { id, name, key, data, assignment, at } = item;
          if (assignment) await experiments.record({ ...assignment, tenant, contact, at, event: name });
          return void (await events.publish({ id, tenant, contact, name, key, data, hops: hops + 1 }));
        }
        case 'ticket':
          await tickets.open({
            _id: item.id,
            tenant,
            conversation: _id,
            reason: item.reason,
            priority: item.priority,
          });
          return tellPlugins('ticket.opened', item, { tenant, _id }, { reason: item.reason, priority: item.priority });
        case 'contact':
          return contacts.remember(tenant, contact, item.variables);
        case 'assigned':
          return experiments.record({ ...item.assignment, tenant, contact, at: item.at });
        case 'finished': {
          const { run, status, outcome, error, assignment, at } = item;
          if (assignment) await experiments.record({ ...assignment, tenant, contact, at, end: { status, outcome } });
          launches.info({ tenant, conversation: _id, run, status, outcome, error });
          return tellPlugins('conversation.finished', item, { tenant, _id }, { status, outcome: outcome ?? null });
        }
      }
    },
  };
}
