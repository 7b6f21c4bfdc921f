import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { Histogram, type Registry } from 'prom-client';
import { requestIdOf } from './request-id.ts';

/** Writes one line per request, without query strings, bodies or headers, and measures it by declared route. */
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
      const { method, baseUrl } = request;
      const path = (request.route as { path?: string } | undefined)?.path;
      const status = response.statusCode;
      duration.observe({ method, route: path === undefined ? 'other' : baseUrl + path, status }, ms / 1_000);
      log.info({
        id: requestIdOf(response),
        method,
        path: baseUrl + request.path,
        status,
        ms: Math.round(ms * 10) / 10,
      });
    });
    next();
  };
}
