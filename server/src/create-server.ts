import { createServer as createHttpServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { createAgents } from './features/agents/index.ts';
import { createBlocks } from './features/blocks/index.ts';
import { createChannels, mountChannelWebhooks } from './features/channels/index.ts';
import { createCases } from './features/cases/index.ts';
import { createComments } from './features/comments/index.ts';
import { createConnections } from './features/connections/index.ts';
import { createContacts } from './features/contacts/index.ts';
import { createConversations, type Conversations } from './features/conversations/index.ts';
import { DEMO_ORDERS_PATH, mountDemoOrders, seedDemo } from './features/demo/index.ts';
import { createEvents } from './features/events/index.ts';
import { createExperiments } from './features/experiments/index.ts';
import { createIdentity, type FirstAdmin } from './features/identity/index.ts';
import { createKnowledge } from './features/knowledge/index.ts';
import { createModels } from './features/models/index.ts';
import { createPublishing } from './features/publishing/index.ts';
import { createScenarios } from './features/scenarios/index.ts';
import { createEditors } from './features/studio-feed/index.ts';
import { createTemplates } from './features/templates/index.ts';
import { createTickets } from './features/tickets/index.ts';
import { mountWebPages } from './features/web/index.ts';
import type { Config } from './platform/config/config.ts';
import { superviseEngine } from './platform/embedded-mongo/supervise.ts';
import { createApp } from './platform/http/create-app.ts';
import { listen } from './platform/http/listen.ts';
import { tryToListen } from './platform/http/try-to-listen.ts';
import { createLogs } from './platform/log/logs.ts';
import { connectMongo } from './platform/mongo/connect.ts';
import { migrate } from './platform/mongo/migrate.ts';
import { forgetPreviousKey, previousKeys, secretKeys } from './platform/security/secret-key.ts';
import { createTokens } from './platform/security/tokens.ts';
import { createVault } from './platform/security/vault.ts';
import {
  createHttpClient,
  createPluginHost,
  installedPlugins,
  loadPlugins,
  type PluginHost,
} from './plugin-host/index.ts';
import { createDeliveries, createRuntime, createStore, type Runtime } from './runtime/index.ts';
import { createAuthenticator } from './authenticate.ts';
import { createCoreActions, createModelFor } from './core-actions.ts';
import { createDownload } from './download.ts';
import { latestSaid } from './latest-said.ts';
import { createMetrics } from './metrics.ts';
import { migrations } from './migrations.ts';
import { openSockets } from './open-sockets.ts';
import { createPorts, type Live } from './ports.ts';
import { allRoutes } from './routes.ts';
import { vectorsOf } from './vectors-of.ts';

export interface RunningServer {
  url: string;
  /** Made on the first start only. */
  firstAdmin: FirstAdmin | null;
  database: string;
  /** Process of the embedded engine, where it is used. */
  enginePid(): number | undefined;
  /** Finishes what is under way, for 10 s at most. */
  stop(): Promise<void>;
}

const STOP_MS = 9_500;
const LEAVE_MS = 8_500;

const VERSION = '0.1.0';

/** Builds the whole server from its settings and starts it. */
export async function createServer(config: Config, progress: (line: string) => void): Promise<RunningServer> {
  // Before anything is made: the first start shows a password once, and must not fail after that.
  await tryToListen(config);
  const logs = await createLogs({ dir: config.logsDir, level: config.LOG_LEVEL });
  const report = (error: unknown, conversation?: string): void =>
    logs.stream('errors').error({ err: error as Error, conversation }, 'runtime');

  const engine = config.MONGODB_URI
    ? null
    : await superviseEngine({
        dataDir: config.dataDir,
        launch: config.engine,
        onCrash: (detail) => logs.stream('errors').error(detail, 'the database engine died'),
      });
  progress(engine ? 'Database engine is up' : 'Using the MongoDB of MONGODB_URI');
  const mongo = await connectMongo(config.MONGODB_URI ?? (engine as { uri: string }).uri);

  const keyFor = secretKeys({ secret: config.SECRET_KEY, dataDir: config.dataDir });
  const tokens = createTokens(keyFor);
  const demoOrigin = `http://127.0.0.1:${config.PORT}`;
  const client = createHttpClient({
    allow: [...config.EGRESS_ALLOW, ...(config.DEMO ? [`${demoOrigin}${DEMO_ORDERS_PATH}`] : [])],
  });
  const { connection } = mongo;
  const connections = createConnections({
    database: connection,
    vault: createVault(keyFor, previousKeys({ previous: config.SECRET_KEY_PREVIOUS, dataDir: config.dataDir })),
    definition: (id) => plugins.definition(id),
    resealed: () => forgetPreviousKey(config.dataDir),
  });
  const metrics = createMetrics({ busy: () => runtime.busy() });
  const shipped = installedPlugins({ modelsDirectory: config.modelsDir, stdioServers: config.stdioServers });
  const loaded = await loadPlugins({
    dir: config.pluginsDir,
    trusted: config.PLUGINS_TRUSTED,
    taken: shipped.map(({ definition }) => definition.id),
    memory: config.PLUGIN_MEMORY_MB,
    watch: config.watchPlugins,
    log: logs.stream('integration'),
  });
  const plugins: PluginHost = createPluginHost({
    plugins: [...shipped, ...loaded.plugins],
    client,
    log: logs.stream('integration'),
    connections,
    observe: metrics.observePluginCall,
  });
  loaded.onChange(plugins.replace);
  const identity = createIdentity({ connection, tokens, log: logs.stream('security') });
  const scenarios = createScenarios({
    connection,
    actions: () => plugins.catalog,
    stepsRenamed: (of, renamed) => comments.follow(of, renamed),
  });
  const agents = createAgents({ connection, version: scenarios.version, scenario: scenarios.get });
  const publishing = createPublishing({ connection, scenarios, agents, runtime: () => runtime, report });
  const editors = createEditors(mongo.db);
  const blocks = createBlocks({ connection, agents });
  const experiments = createExperiments({ connection, agents, scenarios });
  const cases = createCases({ connection, scenarios });
  const comments = createComments({ connection, scenarios, identity });
  const templates = createTemplates({ agents, scenarios, cases });
  const contacts = createContacts(connection);
  const tickets = createTickets(connection);
  const events = createEvents({
    db: mongo.db,
    agents,
    scenarios,
    log: logs.stream('events'),
    runtime: () => runtime,
    tellPlugins: plugins.publish,
    start: (run) => conversations.start(run),
  });
  const models = createModels({
    connection,
    host: plugins,
    connections: connections.list,
    history: (conversation, count) => latestSaid(runtime, conversation, count),
    async warn(tenant, share) {
      const id = `budget:${tenant}:${new Date().toISOString().slice(0, 7)}`;
      await events.publish({
        id,
        tenant,
        name: 'budget.warning',
        data: { share: Math.round(share * 100) / 100 },
        hops: 0,
      });
    },
    log: logs.stream('llm_integration'),
  });
  const qdrant = vectorsOf(config);
  const knowledge = createKnowledge({
    connection,
    db: mongo.db,
    embed: models.embed,
    retrievers: plugins,
    vectors: qdrant,
    download: createDownload(client),
    log: logs.stream('rag_integration'),
  });
  const live: Live = {
    visible: () => undefined,
    working: () => undefined,
    writing: () => undefined,
  };
  const coreActions = createCoreActions({
    models,
    knowledge,
    agentModel: async (tenant, agent) => (await agents.active(tenant, agent))?.model ?? null,
    said: (conversation, count) => latestSaid(runtime, conversation, count),
  });
  const channels = createChannels({
    ...{ database: connection, connections, host: plugins, agents, events },
    deliveries: createDeliveries(mongo.db, mongo.durable),
    log: logs.stream('integration'),
    conversations: () => conversations,
    runtime: () => runtime,
    publicUrl: () => url,
  });
  const ports = createPorts({
    ...{ agents, experiments, scenarios, publishing, plugins, channels },
    ...{ contacts, tickets, events, logs, live, coreActions },
  });
  const store = createStore(mongo.db, mongo.durable);
  const runtime: Runtime = createRuntime({ store, ports, report });
  const conversations: Conversations = createConversations({
    ...{ runtime, agents, scenarios, contacts, tokens, tickets },
    started: ({ _id, tenant, agent, channel, createdAt: at }) =>
      plugins.publish({
        id: `started:${_id}`,
        tenant,
        name: 'conversation.started',
        at: at.toISOString(),
        data: { conversation: _id, agent, channel },
      }),
  });

  const firstAdmin = await migrate(mongo, migrations, async () => {
    const parts = [
      ...[identity, scenarios, cases, comments, editors, agents, publishing, blocks, channels],
      ...[experiments, events, store, connections, models, knowledge],
    ];
    await Promise.all(parts.map((part) => part.prepare()));
    const admin = { email: config.ADMIN_EMAIL, password: config.ADMIN_PASSWORD };
    return identity.ensureFirstAdmin(admin, async ({ _id: tenant }) => {
      if (!config.DEMO) return;
      await seedDemo(
        { scenarios, cases, agents, templates },
        { tenant, ordersUrl: `${demoOrigin}${DEMO_ORDERS_PATH}` },
      );
      progress('Demo agents are made');
    });
  });
  await runtime.start();
  publishing.start();
  knowledge.start();
  void qdrant?.check().catch((error: unknown) => {
    logs.stream('rag_integration').warn({ err: error as Error }, 'Qdrant does not answer: only words are searched');
  });

  let stopping = false;
  const app = createApp({
    routes: allRoutes({
      ...{ identity, agents, blocks, experiments, scenarios, publishing, cases, comments, templates, channels },
      ...{ conversations, events, tickets, connections, plugins, loaded, models, knowledge },
      modelFor: createModelFor(models),
      conversationExists: async (tenant, id) => (await runtime.read(id))?.tenant === tenant,
    }),
    authenticate: createAuthenticator({ identity, conversations }),
    logs,
    metrics: metrics.register,
    version: VERSION,
    publicUrl: config.PUBLIC_URL ?? '',
    corsOrigins: config.CORS_ORIGINS,
    trustProxy: config.TRUST_PROXY,
    ready: async () => !stopping && mongo.ready() && (await mongo.ping()),
    health: () => ({ vectors: qdrant ? (qdrant.isWell() ? 'qdrant' : 'qdrant away') : 'memory' }),
    state: () => (stopping ? 'stopping' : mongo.ready() ? 'working' : 'database away'),
    bodies: (api) => mountChannelWebhooks(api, channels),
    pages(pages) {
      if (config.DEMO) mountDemoOrders(pages);
      mountWebPages(pages, {
        agents,
        firstTenant: async () => (await identity.firstOrganisation())?._id ?? null,
        embedOrigins: config.EMBED_ORIGINS,
      });
    },
  });
  const server = createHttpServer(app);
  const { CORS_ORIGINS: corsOrigins } = config;
  const sockets = openSockets(server, {
    ...{ conversations, runtime, identity, scenarios, comments, editors, corsOrigins, report },
  });
  Object.assign(live, sockets);
  const port = await listen(server, config);
  const url = config.PUBLIC_URL ?? `http://${config.HOST === '0.0.0.0' ? 'localhost' : config.HOST}:${port}`;
  channels.start();

  async function leave(): Promise<void> {
    // Resolves when the last connection is closed; what is being answered is answered first.
    const closed = sockets.close();
    server.closeIdleConnections();
    await publishing.stop();
    await Promise.all([runtime.stop().then(channels.stop), knowledge.stop()]);
    loaded.stop();
    server.closeAllConnections();
    await closed;
    await mongo.close();
  }

  return {
    url,
    firstAdmin,
    database: engine ? config.dataDir : 'MONGODB_URI',
    enginePid: () => engine?.pid(),
    async stop() {
      stopping = true;
      const begin = Date.now();
      // A database that hangs holds nothing up: what was acknowledged is in its journal.
      await Promise.race([leave(), pause(LEAVE_MS, undefined, { ref: false })]);
      await engine?.stop(STOP_MS - (Date.now() - begin));
      logs.close();
    },
  };
}
