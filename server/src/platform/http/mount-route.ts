import type { Request, RequestHandler, Response, Router } from 'express';
import type { Logger } from 'pino';
import { commonProblems } from '../errors/common.ts';
import { fromZodError } from '../errors/from-zod-error.ts';
import type { Actor } from './actor.ts';
import { forbiddenKey } from './forbidden-keys.ts';
import { requestIdOf } from './request-id.ts';
import { createRouteLimit } from './route-limit.ts';
import { Reply, type Access, type Call, type Route } from './route.ts';
import type { z } from 'zod';

/** Who sends the request; throws a problem when nobody we know does. */
export type Authenticate = (request: Request) => Promise<Actor>;

/** Mounts a declared route on a router: limit, permission, parsing, handler, answer. What users change goes to the audit log. */
export function mountRoute(
  router: Router,
  route: Route,
  { authenticate, audit }: { authenticate: Authenticate; audit: Logger },
): void {
  const usual = usualStatus(route);
  const limit = route.rateLimit && createRouteLimit(route.rateLimit);

  const answer: RequestHandler = async (request, response) => {
    const actor = route.access === 'public' ? undefined : await authenticate(request);
    if (actor) authorise(route.access, actor);
    await limit?.(request, actor);
    if (route.body && request.is('json') === false) throw commonProblems.unsupported_media_type();
    refuseForbiddenKeys(request);
    const params = parse(route.params, request.params, 'params');
    const query = parse(route.query, request.query, 'query');
    const body = parse(route.body, request.body, 'body');
    const result = await route.handle(toCall({ params, query, body, actor, request, response }));
    if (actor?.kind === 'user' && route.method !== 'get') {
      const { id: user, tenant } = actor;
      audit.info({ id: requestIdOf(response), operation: route.operation, user, tenant, params, peer: request.ip });
    }
    send(response, usual, result);
  };
  router[route.method](toExpressPath(route.path), answer);
}

/** The status of an answer that says no other. */
function usualStatus({ responses }: Pick<Route, 'responses'>): number {
  return Math.min(...Object.keys(responses).map(Number));
}

type AnyCall = Call<z.ZodType, z.ZodType, z.ZodType, Access>;

function toCall({
  response,
  ...given
}: Omit<AnyCall, 'signal' | 'tenant' | 'actor'> & { actor: Actor | undefined; response: Response }) {
  return {
    ...given,
    tenant: given.actor?.tenant,
    get signal() {
      return goneSignal(response);
    },
  } as AnyCall;
}

/** Made only for handlers that look at it. */
function goneSignal(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

function send(response: Response, usual: number, result: unknown): void {
  const { status, body, headers } = result instanceof Reply ? (result as Reply<unknown>) : new Reply(usual, result);
  response.status(status).set(headers);
  if (body === undefined) response.end();
  else response.json(body);
}

function authorise(access: Access, actor: Actor): void {
  if (access === 'public') return;
  if (actor.kind === 'visitor') {
    if (access !== 'visitor' && access.visitor !== true) throw commonProblems.forbidden();
  } else if (access === 'visitor') throw commonProblems.forbidden();
  else if (!actor.can(access.permission)) throw commonProblems.forbidden({ detail: access.permission });
}

function refuseForbiddenKeys({ query, body }: Request): void {
  const found = forbiddenKey(query, ['query']) ?? forbiddenKey(body, ['body']);
  if (found !== undefined) throw commonProblems.forbidden_key({ detail: found });
}

function parse(schema: z.ZodType | undefined, value: unknown, where: string): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw fromZodError(parsed.error, where);
  return parsed.data;
}

function toExpressPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}
