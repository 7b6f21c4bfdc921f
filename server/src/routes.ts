import { agentRoutes, type Agents } from './features/agents/index.ts';
import { blockRoutes, type Blocks } from './features/blocks/index.ts';
import { channelRoutes, type Channels } from './features/channels/index.ts';
import { caseRoutes, type Cases } from './features/cases/index.ts';
import { commentRoutes, type Comments } from './features/comments/index.ts';
import { connectionRoutes, type Connections } from './features/connections/index.ts';
import { conversationRoutes, type Conversations } from './features/conversations/index.ts';
import { eventRoutes, type Events } from './features/events/index.ts';
import { experimentRoutes, type Experiments } from './features/experiments/index.ts';
import { identityRoutes, type Identity } from './features/identity/index.ts';
import {
  curatedRoutes,
  knowledgeRoutes,
  qualityRoutes,
  supportRoutes,
  type Knowledge,
  type ModelFor,
} from './features/knowledge/index.ts';
import { modelRoutes, type Models, type ModelRoutesOptions } from './features/models/index.ts';
import { publishingRoutes, type Publishing } from './features/publishing/index.ts';
import { importRoutes, scenarioRoutes, type Scenarios } from './features/scenarios/index.ts';
import { templateRoutes, type Templates } from './features/templates/index.ts';
import { ticketRoutes, type Tickets } from './features/tickets/index.ts';
import { integrationRoutes } from './integration-routes.ts';
import type { Route } from './platform/http/route.ts';
import type { LoadedPlugins, PluginHost } from './plugin-host/index.ts';

/** What the routes hand calls on to. */
export interface RouteParts {
  identity: Identity;
  agents: Agents;
  blocks: Blocks;
  channels: Channels;
  experiments: Experiments;
  scenarios: Scenarios;
  publishing: Publishing;
  cases: Cases;
  comments: Comments;
  templates: Templates;
  conversations: Conversations;
  events: Events;
  tickets: Tickets;
  connections: Connections;
  plugins: PluginHost;
  /** The plugins of this installation. */
  loaded: Pick<LoadedPlugins, 'processOf' | 'refused'>;
  models: Models;
  knowledge: Knowledge;
  modelFor: ModelFor;
  conversationExists: ModelRoutesOptions['conversationExists'];
}

/** Every route of the API. Declaring them calls nothing: without parts they can still be described. */
export function allRoutes(parts: RouteParts): Route[] {
  const { knowledge, plugins, models, conversationExists } = parts;
  return [
    ...identityRoutes(parts.identity),
    ...agentRoutes(parts.agents),
    ...blockRoutes(parts.blocks),
    ...experimentRoutes(parts.experiments),
    ...scenarioRoutes(parts.scenarios),
    ...publishingRoutes(parts.publishing),
    ...caseRoutes(parts.cases),
    ...commentRoutes(parts.comments),
    ...importRoutes(parts.scenarios),
    ...templateRoutes(parts.templates),
    ...channelRoutes(parts.channels),
    ...conversationRoutes(parts.conversations),
    ...eventRoutes(parts.events),
    ...ticketRoutes(parts.tickets),
    ...connectionRoutes(parts.connections, plugins, parts.loaded),
    ...modelRoutes({ models, conversationExists }),
    ...knowledgeRoutes(knowledge),
    ...curatedRoutes(knowledge),
    ...qualityRoutes(knowledge),
    ...supportRoutes(knowledge, parts.modelFor),
    ...integrationRoutes({ knowledge, plugins }),
  ];
}
