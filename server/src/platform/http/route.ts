import type { Request } from 'express';
import type { z } from 'zod';
import type { Actor } from './actor.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Who may call: anybody, an end user with a visitor token (or a user with the permission), or a user with the permission. */
export type Access = 'public' | { permission: string; visitor?: true };

/** A bound on calls: `points` in `seconds` for one address. */
export interface RateLimit {
  points: number;
  seconds: number;
}

type Parsed<S> = S extends z.ZodType ? z.infer<S> : undefined;

/** What a route's handler gets, parsed by the route's schemas. `actor` is there unless access is public. */
export interface Call<P, Q, B, A extends Access> {
  params: Parsed<P>;
  query: Parsed<Q>;
  body: Parsed<B>;
  actor: A extends 'public' ? undefined : Actor;
  request: Request;
}

/** A reply with another status than the first one declared. */
export class Reply<T> {
  readonly status: number;
  readonly body: T;
  constructor(status: number, body: T) {
    this.status = status;
    this.body = body;
  }
}

export interface Route {
  method: Method;
  /** Below `/api/v1`, in OpenAPI's spelling: `/agents/{id}/run`. */
  path: string;
  operation: string;
  tag: string;
  summary: string;
  access: Access;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** Status → schema of the body. The first is the usual one. */
  responses: Record<number, z.ZodType>;
  /** Codes of problems it can answer beside the common ones. */
  problems?: string[];
  rateLimit?: RateLimit;
  handle(call: Call<z.ZodType, z.ZodType, z.ZodType, Access>): Promise<unknown>;
}

/**
 * Declares a route once: parsing, permission, OpenAPI and the client come from here.
 *
 * @example
 * defineRoute({
 *   method: 'get', path: '/agents/{id}', operation: 'getAgent', tag: 'agents', summary: 'One agent',
 *   access: { permission: 'agents:read' }, params: z.object({ id: Id }), responses: { 200: AgentView },
 *   handle: ({ params, actor }) => getAgent(actor.tenant, params.id),
 * })
 */
export function defineRoute<
  P extends z.ZodType | undefined,
  Q extends z.ZodType | undefined,
  B extends z.ZodType | undefined,
  const A extends Access,
>(
  route: Omit<Route, 'handle' | 'params' | 'query' | 'body' | 'access'> & {
    access: A;
    params?: P;
    query?: Q;
    body?: B;
    handle(call: Call<P, Q, B, A>): Promise<unknown>;
  },
): Route {
  return route as unknown as Route;
}
