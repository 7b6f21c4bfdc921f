import { createServer as createHttpServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Request } from 'express';
import { decodeJwt } from 'jose';
import { Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import { agentRoutes, createAgents } from './features/agents/index.ts';
import { createContacts } from './features/contacts/index.ts';
import {
  attachSockets,
  conversationRoutes,
  createConversations,
  type Conversations,
} from './features/conversations/index.ts';
import { DEMO_ORDERS_PATH, mountDemoOrders, seedDemo } from './features/demo/index.ts';
import { createEvents, eventRoutes } from './features/events/index.ts';
import { createIdentity, identityRoutes, type FirstAdmin } from './features/identity/index.ts';
import { createScenarios, scenarioRoutes } from './features/scenarios/index.ts';
import { createTickets, ticketRoutes } from './features/tickets/index.ts';
import { mountWebPages } from './features/web/index.ts';
import type { Config } from './platform/config/config.ts';
import { superviseEngine } from './platform/embedded-mongo/supervise.ts';
import { commonProblems } from './platform/errors/common.ts';
import type { Actor } from './platform/http/actor.ts';
import { createApp } from './platform/http/create-app.ts';
import { listen } from './platform/http/listen.ts';
import { tryToListen } from './platform/http/try-to-listen.ts';
import { createLogs } from './platform/log/logs.ts';
import { connectMongo } from './platform/mongo/connect.ts';
import { migrate } from './platform/mongo/migrate.ts';
import { secretKeys } from './platform/security/secret-key.ts';
import { createTokens } from './platform/security/tokens.ts';
import { createHttpClient, createPluginHost, installedPlugins } from './plugin-host/index.ts';
import { createRuntime, createStore, type Ports, type Runtime } from './runtime/index.ts';
import { migrations } from './migrations.ts';
import { createPorts } from './ports.ts';

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

  const tokens = createTokens(secretKeys({ secret: config.SECRET_KEY, dataDir: config.dataDir }));
  const demoOrigin = `http://127.0.0.1:${config.PORT}`;
  const http = createHttpClient({
    allow: [...config.EGRESS_ALLOW, ...(config.DEMO ? [`${demoOrigin}${DEMO_ORDERS_PATH}`] : [])],
  });
  const plugins = createPluginHost({ plugins: installedPlugins, http, log: logs.stream('integration') });

  const { connection } = mongo;
  const identity = createIdentity({ connection, tokens, log: logs.stream('security') });
  const scenarios = createScenarios({ connection, actions: plugins.catalog });
  const agents = createAgents({
    connection,
    versionExists: async (tenant, version) => (await scenarios.version(tenant, version)) !== null,
  });
  const contacts = createContacts(connection);
  const tickets = createTickets(connection);
  const events = createEvents({
    db: mongo.db,
    agents,
    scenarios,
    log: logs.stream('events'),
    runtime: () => runtime,
    start: (run) => conversations.start(run),
  });
  const live: Pick<Ports, 'visible' | 'working'> = { visible: () => undefined, working: () => undefined };
  const ports = createPorts({ agents, scenarios, plugins, contacts, tickets, events, logs, live });
  const store = createStore(mongo.db, mongo.durable);
  const runtime: Runtime = createRuntime({ store, ports, report });
  const conversations: Conversations = createConversations({ runtime, agents, scenarios, contacts, tokens, tickets });

  const firstAdmin = await migrate(mongo, migrations, async () => {
    await Promise.all([identity, scenarios, agents, events, store].map((part) => part.prepare()));
    const admin = { email: config.ADMIN_EMAIL, password: config.ADMIN_PASSWORD };
    return identity.ensureFirstAdmin(admin, async ({ _id: tenant }) => {
      if (!config.DEMO) return;
      await seedDemo({ scenarios, agents }, { tenant, ordersUrl: `${demoOrigin}${DEMO_ORDERS_PATH}` });
      progress('Demo agents are made');
    });
  });
  await runtime.start();

  let stopping = false;
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  new Gauge({
    name: 'scenarium_conversations_busy',
    help: 'Conversations being looked after by this process',
    registers: [metrics],
    collect() {
      this.set(runtime.busy());
    },
  });

  const app = createApp({
    routes: [
      ...identityRoutes(identity),
      ...agentRoutes(agents),
      ...scenarioRoutes(scenarios),
      ...conversationRoutes(conversations),
      ...eventRoutes(events),
      ...ticketRoutes(tickets),
    ],
    authenticate,
    logs,
    metrics,
    version: VERSION,
    publicUrl: config.PUBLIC_URL ?? '',
    corsOrigins: config.CORS_ORIGINS,
    trustProxy: config.TRUST_PROXY,
    ready: async () => !stopping && mongo.ready() && (await mongo.ping()),
    state: () => (stopping ? 'stopping' : mongo.ready() ? 'working' : 'database away'),
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
  const sockets = attachSockets({ server, conversations, runtime, corsOrigins: config.CORS_ORIGINS, report });
  Object.assign(live, sockets);
  const port = await listen(server, config);

  async function authenticate(request: Request): Promise<Actor> {
    const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) throw commonProblems.unauthenticated();
    if (audienceOf(token) !== 'visitor') return identity.verifyUser(token, request.get('x-tenant-id'));
    const visitor = await conversations.verifyVisitor(token);
    if (!visitor) throw commonProblems.unauthenticated();
    return visitor;
  }

  async function leave(): Promise<void> {
    // Resolves when the last connection is closed; what is being answered is answered first.
    const closed = sockets.close();
    server.closeIdleConnections();
    await runtime.stop();
    server.closeAllConnections();
    await closed;
    await mongo.close();
  }

  return {
    url: config.PUBLIC_URL ?? `http://${config.HOST === '0.0.0.0' ? 'localhost' : config.HOST}:${port}`,
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

function audienceOf(token: string): unknown {
  try {
    return decodeJwt(token).aud;
  } catch {
    return undefined;
  }
}
