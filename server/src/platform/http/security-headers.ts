import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Headers of defence. They never change, so Helmet computes them once and each answer only gets them set. The page policy allows
 * what the hosted pages need: own scripts, images from anywhere (attachments), live connections.
 */
export function securityHeaders(): RequestHandler {
  const headers = Object.entries(headersOf());
  return (_request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}

function headersOf(): Record<string, string> {
  const computed: Record<string, string> = {};
  const apply = helmet({
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
    xPoweredBy: false,
  });
  const collector = { setHeader: (name: string, value: string) => (computed[name] = value) };
  apply({} as never, collector as never, () => undefined);
  return computed;
}
