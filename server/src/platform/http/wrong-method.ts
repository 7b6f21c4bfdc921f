import type { RequestHandler } from 'express';
import { commonProblems } from '../errors/common.ts';
import type { Route } from './route.ts';

/** Answers 405 with `Allow` for a path that exists, but not with this method. */
export function wrongMethod(routes: readonly Route[]): RequestHandler {
  const known = routes.map(({ method, path }) => ({
    method: method.toUpperCase(),
    pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}/?$`),
  }));
  return (request, _response, next) => {
    const allowed = known.filter(({ pattern }) => pattern.test(request.path)).map(({ method }) => method);
    if (allowed.length === 0) return next();
    next(commonProblems.method_not_allowed({ headers: { Allow: [...new Set(allowed)].join(', ') } }));
  };
}
