import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { Histogram, type Registry } from 'prom-client';

/** Writes one line per request, without query strings, bodies or headers, and measures it. */
export function accessLog(log: Logger, metrics: Registry): RequestHandler {
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [metrics],
  });
  return (request, response, next) => {
    const begin = performance.now();
    response.once('finish', () => {
      const ms = performance.now() - begin;
      const route = (request.route as { path?: string } | undefined)?.path ?? 'other';
      duration.observe({ method: request.method, route, status: response.statusCode }, ms / 1_000);
      log.info({
        method: request.method,
        path: request.path,
        status: response.statusCode,
        ms: Math.round(ms * 10) / 10,
      });
    });
    next();
  };
}
