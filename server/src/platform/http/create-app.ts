import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import type { Registry } from 'prom-client';
import { absolutePath } from 'swagger-ui-dist';
import type { Logs } from '../log/logs.ts';
import { commonProblems } from '../errors/common.ts';
import { accessLog } from './access-log.ts';
import { mountRoute, type Authenticate } from './mount-route.ts';
import { openApiDocument } from './openapi.ts';
import { problemHandler } from './problem-handler.ts';
import type { Route } from './route.ts';

export interface AppOptions {
  routes: readonly Route[];
  authenticate: Authenticate;
  logs: Logs;
  metrics: Registry;
  version: string;
  publicUrl: string;
  corsOrigins: readonly string[];
  trustProxy: boolean;
  /** Does everything that is needed answer? */
  ready(): Promise<boolean>;
  /** Is the database known to be away? Then requests are answered 503 at once. */
  databaseAway(): boolean;
  /** Mounts pages and files before the API's 404. */
  pages(app: Express): void;
}

const DOCS_SCRIPT = `window.ui = SwaggerUIBundle({ url: '/openapi.json', dom_id: '#swagger-ui', deepLinking: true });`;
const DOCS_PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Scenarium API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css"></head><body><div id="swagger-ui"></div>
<script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body></html>`;

/** The HTTP application: health, docs, metrics, pages and all declared routes under `/api/v1` and `/v1`. */
export function createApp(options: AppOptions): Express {
  const { routes, authenticate, logs, metrics, version, publicUrl } = options;
  const app = express();
  app.disable('x-powered-by').disable('etag').set('trust proxy', options.trustProxy);
  app.use(accessLog(logs.stream('api'), metrics));
  app.use(securityHeaders());

  app.get('/health', (_request, response) => void response.json({ status: 'ok', version }));
  app.get('/ready', async (_request, response) => {
    const ready = await options.ready();
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not-ready' });
  });
  app.get(
    '/metrics',
    async (_request, response) => void response.type(metrics.contentType).send(await metrics.metrics()),
  );
  const document = openApiDocument(routes, { version, url: publicUrl });
  app.get('/openapi.json', (_request, response) => void response.json(document));
  app.get('/docs', (_request, response) => void response.type('html').send(DOCS_PAGE));
  app.get('/docs/start.js', (_request, response) => void response.type('js').send(DOCS_SCRIPT));
  app.use('/docs', express.static(absolutePath(), { index: false }));
  options.pages(app);

  const api = express.Router();
  api.use(cors(options.corsOrigins));
  api.use((_request: Request, _response: Response, next: NextFunction) => {
    if (!options.databaseAway()) return next();
    next(commonProblems.database_unavailable({ headers: { 'Retry-After': '1' } }));
  });
  api.use(express.json({ limit: '1mb' }));
  for (const route of routes) mountRoute(api, route, authenticate);
  api.use(wrongMethod(routes));
  app.use(['/api/v1', '/v1'], api);
  app.use((_request, _response, next) => next(commonProblems.not_found()));
  app.use(problemHandler(logs.stream('errors')));
  return app;
}

function securityHeaders() {
  return helmet({
    contentSecurityPolicy: {
      directives: {
        'default-src': ["'self'"],
        'img-src': ["'self'", 'data:', 'https:', 'http:'],
        'style-src': ["'self'", "'unsafe-inline'"],
        'connect-src': ["'self'", 'ws:', 'wss:'],
        'upgrade-insecure-requests': null,
      },
    },
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
  });
}

function cors(origins: readonly string[]) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const { origin } = request.headers;
    if (origin !== undefined && origins.includes(origin)) {
      response.setHeader('Access-Control-Allow-Origin', origin);
      response.setHeader('Vary', 'Origin');
      response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type, X-Tenant-Id');
      response.setHeader('Access-Control-Allow-Methods', 'GET, POST, PUT, PATCH, DELETE');
    }
    if (request.method === 'OPTIONS') response.status(204).end();
    else next();
  };
}

/** A path that exists, but not with this method. */
function wrongMethod(routes: readonly Route[]) {
  const patterns = routes.map(({ method, path }) => ({
    method,
    pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}/?$`),
  }));
  return (request: Request, _response: Response, next: NextFunction): void => {
    const allowed = patterns
      .filter(({ pattern }) => pattern.test(request.path))
      .map(({ method }) => method.toUpperCase());
    if (allowed.length === 0) return next();
    next(commonProblems.method_not_allowed({ headers: { Allow: allowed.join(', ') } }));
  };
}
