import express, { Router, type Express } from 'express';
import type { Registry } from 'prom-client';
import { commonProblems } from '../errors/common.ts';
import type { Logs } from '../log/logs.ts';
import { accessLog } from './access-log.ts';
import { cors } from './cors.ts';
import { mountDocs } from './docs.ts';
import { jsonBody } from './json-body.ts';
import { mountRoute, type Authenticate } from './mount-route.ts';
import { openApiDocument } from './openapi.ts';
import { problemHandler } from './problem-handler.ts';
import { requestIds } from './request-id.ts';
import type { Route } from './route.ts';
import { securityHeaders } from './security-headers.ts';
import { wrongMethod } from './wrong-method.ts';

export type ServerState = 'working' | 'database away' | 'stopping';

export interface AppOptions {
  routes: readonly Route[];
  authenticate: Authenticate;
  logs: Logs;
  metrics: Registry;
  version: string;
  /** Does everything that is needed answer? Asked by `/ready`. */
  ready(): Promise<boolean>;
  /** How parts do that the server can do without: shown by `/health`. */
  health(): Readonly<Record<string, string>>;
  /** Otherwise the API answers 503 at once. Asked on every request: must cost nothing. */
  state(): ServerState;
  /** Origins of other sites that may call the API from a browser. */
  corsOrigins: readonly string[];
  /** Where users reach the server, for the API description. */
  publicUrl: string;
  /** Is there a proxy of ours in front, whose X-Forwarded-For is to be believed? */
  trustProxy: boolean;
  /** Mounts what of the API reads bodies itself, before they are read as JSON. */
  bodies(api: Router): void;
  /** Mounts pages and files beside the API. */
  pages(app: Express): void;
}

/**
 * The HTTP application: all declared routes under `/api/v1` and `/v1`; `/health`, `/ready`, `/metrics`, `/openapi.json`, `/docs`;
 * pages. Every error is answered as problem details (RFC 9457).
 */
export function createApp(options: AppOptions): Express {
  const { routes, logs, metrics, version } = options;
  const app = express();
  app.disable('x-powered-by').disable('etag').set('trust proxy', options.trustProxy);
  app.use(requestIds(), accessLog(logs.stream('api'), metrics), securityHeaders());
  mountStatus(app, options);
  mountDocs(app, openApiDocument(routes, { version, url: options.publicUrl }));
  options.pages(app);
  app.use(['/api/v1', '/v1'], apiRouter(options));
  app.use((_request, _response, next) => next(commonProblems.not_found()));
  app.use(problemHandler(logs.stream('errors')));
  return app;
}

function apiRouter({ routes, authenticate, corsOrigins, state, logs, bodies }: AppOptions): Router {
  const api = Router();
  api.use(cors(corsOrigins));
  api.use((_request, _response, next) => {
    const now = state();
    if (now === 'working') return next();
    const headers = { 'Retry-After': '1', ...(now === 'stopping' && { Connection: 'close' }) };
    next(now === 'stopping' ? commonProblems.stopping({ headers }) : commonProblems.database_unavailable({ headers }));
  });
  bodies(api);
  for (const { path, bodyLimit } of routes) if (bodyLimit !== undefined) api.use(path, jsonBody(bodyLimit));
  api.use(jsonBody());
  const audit = logs.stream('audit');
  for (const route of routes) mountRoute(api, route, { authenticate, audit });
  api.use(wrongMethod(routes));
  return api;
}

function mountStatus(app: Express, { metrics, version, ready, health }: AppOptions): void {
  app.get('/health', (_request, response) => void response.json({ status: 'ok', version, ...health() }));
  app.get('/ready', async (_request, response) => {
    const isReady = await ready();
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'not_ready' });
  });
  app.get('/metrics', async (_request, response) => {
    response.type(metrics.contentType).send(await metrics.metrics());
  });
}
