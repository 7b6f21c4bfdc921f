import type { NextFunction, Request, RequestHandler, Response, Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { z } from 'zod';
import { commonProblems } from '../errors/common.ts';
import type { Actor } from './actor.ts';
import { forbiddenKey } from './forbidden-keys.ts';
import { Reply, type Route } from './route.ts';

export type Authenticate = (request: Request) => Promise<Actor>;

/** Mounts a declared route on a router: limit, permission, parsing, handler, answer. */
export function mountRoute(router: Router, route: Route, authenticate: Authenticate): void {
  const path = route.path.replace(/\{(\w+)\}/g, ':$1');
  const usual = Number(Object.keys(route.responses)[0] ?? 200);
  const handlers: RequestHandler[] = route.rateLimit ? [limiter(route.rateLimit)] : [];

  router[route.method](path, ...handlers, async (request: Request, response: Response) => {
    const actor = route.access === 'public' ? undefined : await authorised(route.access, await authenticate(request));
    if (route.body && !request.is('json')) throw commonProblems.unsupported_media_type();
    const params = parse(route.params, request.params, 'params');
    const query = parse(route.query, request.query, 'query');
    const body = parse(route.body, request.body, 'body');
    const result = await route.handle({ params, query, body, actor, request } as Parameters<Route['handle']>[0]);
    const reply = result instanceof Reply ? result : new Reply(usual, result);
    response.status(reply.status).json(reply.body);
  });
}

async function authorised(access: Exclude<Route['access'], 'public'>, actor: Actor): Promise<Actor> {
  const allowed = actor.kind === 'visitor' ? access.visitor === true : actor.can(access.permission);
  if (!allowed) throw commonProblems.forbidden({ detail: access.permission });
  return actor;
}

function parse(schema: z.ZodType | undefined, value: unknown, where: string): unknown {
  if (!schema) return undefined;
  const forbidden = forbiddenKey(value);
  if (forbidden !== undefined) throw commonProblems.forbidden_key({ detail: `${where}.${forbidden}` });
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, code, message }) => ({
    path: [where, ...path].join('.'),
    code,
    message,
  }));
  throw commonProblems.invalid_request({ errors });
}

function limiter({ points, seconds }: NonNullable<Route['rateLimit']>): RequestHandler {
  return rateLimit({
    windowMs: seconds * 1_000,
    limit: points,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request: Request, _response: Response, next: NextFunction) =>
      next(commonProblems.too_many_requests({ headers: { 'Retry-After': String(seconds) } })),
  });
}
