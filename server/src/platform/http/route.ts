import type { Request } from 'express';
import type { z } from 'zod';
import type { Actor, UserActor, VisitorActor } from './actor.ts';

export { Reply } from './reply.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/**
 * Who may call: anybody; the end user of a conversation; a user with a permission; or, with `visitor`, such a user and any end user
 * (whose own conversation the operation checks).
 */
export type Access = 'public' | 'visitor' | { permission: string; visitor?: true };

/** A bound on calls, for each process: `points` in `seconds` for one `key`. */
export interface RateLimit {
  /** `ip` (the default), `actor`, or the name of a text field of the body, `email` for example. */
  key?: string;
  points: number;
  seconds: number;
}

type Parsed<S> = S extends z.ZodType ? z.infer<S> : undefined;
type ActorOf<A extends Access> = A extends 'public'
  ? undefined
  : A extends 'visitor'
    ? VisitorActor
    : A extends { visitor: true }
      ? Actor
      : UserActor;

/** What a handler gets, parsed by the route's schemas. Values of schemas that a route does not declare are undefined. */
export interface Call<P, Q, B, A extends Access> {
  params: Parsed<P>;
  query: Parsed<Q>;
  body: Parsed<B>;
  actor: ActorOf<A>;
  /** Id of the actor's organisation. */
  tenant: A extends 'public' ? undefined : string;
  /** Aborted when the caller goes away before the answer. */
  readonly signal: AbortSignal;
  request: Request;
}

/** What a route says about itself, apart from how it handles a call. */
export interface RouteDeclaration {
  method: Method;
  /** Below `/api/v1`, in OpenAPI's spelling: `/agents/{id}/run`. */
  path: string;
  /** Name of the operation, unique over all routes; the generated client calls it so. */
  operation: string;
  tag: string;
  summary: string;
  access: Access;
  params?: z.ZodType;
  query?: z.ZodType;
  /** Declare objects strict (`z.strictObject`): fields that are not declared are refused. */
  body?: z.ZodType;
  /** Status → schema of the body. The lowest is the usual one. */
  responses: Readonly<Record<number, z.ZodType>>;
  /** Codes of problems it can answer beside the common ones. */
  problems?: readonly string[];
  /** A body as an example for the documentation. */
  example?: unknown;
  rateLimit?: RateLimit;
  /** How large a body may be (`12mb`), where one megabyte is not enough. */
  bodyLimit?: string;
}

export interface Route extends RouteDeclaration {
  handle(call: Call<z.ZodType, z.ZodType, z.ZodType, Access>): Promise<unknown>;
}

/**
 * Declares a route once: parsing, permission, OpenAPI and the client come from here. The handler answers the body with the usual
 * status, or a `Reply` with another status or headers.
 *
 * @example
 * defineRoute({
 *   method: 'get', path: '/agents/{id}', operation: 'getAgent', tag: 'agents', summary: 'One agent',
 *   access: { permission: 'agents:read' }, params: z.object({ id: Id }), responses: { 200: AgentView },
 *   handle: ({ params, tenant }) => getAgent(tenant, params.id),
 * })
 */
export function defineRoute<
  P extends z.ZodType | undefined,
  Q extends z.ZodType | undefined,
  B extends z.ZodType | undefined,
  const A extends Access,
>(
  route: Omit<RouteDeclaration, 'params' | 'query' | 'body' | 'access'> & {
    access: A;
    params?: P;
    query?: Q;
    body?: B;
    handle(call: Call<P, Q, B, A>): Promise<unknown>;
  },
): Route {
  return route as unknown as Route;
}
