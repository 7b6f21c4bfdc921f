import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Express, type RequestHandler } from 'express';
import { commonProblems } from '../../platform/errors/common.ts';

/** Folder of the built studio. */
const dist = join(dirname(fileURLToPath(import.meta.resolve('@scenarium/studio/package.json'))), 'dist');

/** Mounts the studio: its files under names that change with them, and its page at every other address below `/studio/`. */
export function mountStudio(app: Express, folder = dist): void {
  const assets = join(folder, 'assets');
  const forever = { immutable: true, maxAge: '1y', index: false } as const;
  app.use('/studio/assets', smaller(assets), express.static(assets, forever));
  app.use('/studio/assets', (_request, _response, next) => next(commonProblems.not_found()));
  app.get(['/studio', '/studio/{*page}'], (request, response) => {
    if (request.path === '/studio') return response.redirect('/studio/');
    const file = join(folder, 'index.html');
    response.set('Cache-Control', 'no-cache');
    if (!existsSync(file)) return void response.status(503).type('text').send(NOT_BUILT);
    const nonce = randomBytes(16).toString('base64');
    response.removeHeader('X-Frame-Options');
    response.set('Content-Security-Policy', policyWith(nonce));
    response.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
    response.type('html').send(readFileSync(file, 'utf8').replaceAll('__NONCE__', nonce));
  });
}

const NOT_BUILT = 'The studio is not built yet: stop the server and start it with npm start, which builds it.\n';

/** What the studio may do: run its own files, style itself, talk to its own server, and show its own chat page. */
function policyWith(nonce: string): string {
  return Object.entries({
    'default-src': "'none'",
    'script-src': "'self'",
    'worker-src': "'self'",
    'style-src': `'self' 'nonce-${nonce}'`,
    // Measures that a library computes; no rule can come in this way.
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data: https:",
    'font-src': "'self' data:",
    'connect-src': "'self'",
    'frame-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  })
    .map((directive) => directive.join(' '))
    .join('; ');
}

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Hands out the compressed copy that lies beside a file, to those who take it. */
function smaller(assets: string): RequestHandler {
  return (request, response, next) => {
    const type = TYPES[extname(request.path)];
    const encoding = request.acceptsEncodings('br', 'gzip');
    const ending = encoding === 'br' ? '.br' : '.gz';
    response.vary('Accept-Encoding');
    if (!type || !encoding || !/^\/[\w.-]+$/.test(request.path) || !existsSync(join(assets, request.path + ending)))
      return next();
    response.set({ 'Content-Encoding': encoding, 'Content-Type': type });
    request.url = request.url.replace(request.path, request.path + ending);
    next();
  };
}
