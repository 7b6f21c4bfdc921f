import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Point {
  id: string;
  vector: number[];
  payload: Record<string, unknown>;
}

interface Condition {
  key: string;
  match: { value?: unknown; any?: unknown[] };
}

interface Filter {
  must?: Condition[];
  must_not?: Condition[];
}

interface Collection {
  size: number;
  indexes: Map<string, unknown>;
  points: Map<string, Point>;
}

/** A local service with the part of Qdrant's REST API that is used, which keeps its documented rules and forgets nothing. */
export interface QdrantStandIn {
  url: string;
  port: number;
  collections: ReadonlyMap<string, Collection>;
  /** Every request: method, path with query, body. */
  requests: { method: string; path: string; body: unknown }[];
  /** Answers 503 until it is called with false. */
  goAway(away: boolean): void;
  stop(): Promise<void>;
}

export const QDRANT_KEY = 'qdrant-sentinel-51c0';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** An answer that is no result. */
class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export async function startQdrant(): Promise<QdrantStandIn> {
  const collections = new Map<string, Collection>();
  const requests: QdrantStandIn['requests'] = [];
  let isAway = false;

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    if (isAway) return void response.writeHead(503).end();
    // Without any key 401, with a wrong one 403, both as plain text.
    const key = request.headers['api-key'];
    if (key === undefined)
      return void response.writeHead(401).end('Must provide an API key or an Authorization bearer token');
    if (key !== QDRANT_KEY) return void response.writeHead(403).end('Invalid api-key');
    const { method = '', url: path = '' } = request;
    const reply = (status: number, body: object): void =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    try {
      const body = parts.length > 0 ? (JSON.parse(Buffer.concat(parts).toString()) as object) : {};
      requests.push({ method, path, body });
      reply(200, { result: handle(method, path, body), status: 'ok', time: 0.001 });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      reply(error.status, { status: { error: error.message }, time: 0.001 });
    }
  }

  function handle(method: string, path: string, body: object): unknown {
    const { pathname, searchParams } = new URL(path, 'http://qdrant');
    if (method === 'GET' && pathname === '/collections')
      return { collections: [...collections.keys()].map((name) => ({ name })) };
    const [, name = '', rest = ''] = /^\/collections\/([^/]+)(\/.*)?$/.exec(pathname) ?? [];
    if (method === 'GET' && rest === '/exists') return { exists: collections.has(name) };
    if (method === 'PUT' && rest === '') return create(name, body as never);
    const collection = collections.get(name);
    if (!collection) throw new Refusal(404, `Not found: Collection \`${name}\` doesn't exist!`);
    // Without it the caller would see its own change later, as documented.
    const waits = searchParams.get('wait') === 'true';
    if (method === 'PUT' && rest === '/index') return index(collection, body as never);
    if (method === 'PUT' && rest === '/points') return upsert(collection, body as never, waits);
    if (method === 'POST' && rest === '/points/delete') return remove(collection, body as never, waits);
    if (method === 'POST' && rest === '/points/count')
      return { count: matching(collection, (body as { filter?: Filter }).filter).length };
    if (method === 'POST' && rest === '/points/query') return query(collection, body as never);
    throw new Refusal(404, `no ${method} ${pathname}`);
  }

  function create(name: string, { vectors }: { vectors?: { size?: number; distance?: string } }): boolean {
    if (collections.has(name)) throw new Refusal(409, `Wrong input: Collection \`${name}\` already exists!`);
    if (!Number.isInteger(vectors?.size) || vectors?.distance !== 'Cosine')
      throw new Refusal(400, 'Format error in JSON body: vectors');
    collections.set(name, { size: vectors.size as number, indexes: new Map(), points: new Map() });
    return true;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    collections,
    requests,
    goAway: (away) => (isAway = away),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function index({ indexes }: Collection, body: { field_name?: string; field_schema?: unknown }): object {
  if (body.field_name === undefined) throw new Refusal(400, 'Format error in JSON body: missing field `field_name`');
  indexes.set(body.field_name, body.field_schema);
  return { operation_id: 0, status: 'completed' };
}

function upsert({ size, points }: Collection, { points: added }: { points: Point[] }, waits: boolean): object {
  for (const { id, vector } of added) {
    if (!UUID.test(id)) throw new Refusal(400, `value ${id} is not a valid point ID`);
    if (vector.length !== size)
      throw new Refusal(400, `Wrong input: Vector dimension error: expected dim: ${size}, got ${vector.length}`);
  }
  const apply = (): void => added.forEach((point) => points.set(point.id, point));
  if (waits) apply();
  else setTimeout(apply, 1_000);
  return { operation_id: 1, status: waits ? 'completed' : 'acknowledged' };
}

function remove(collection: Collection, { filter }: { filter?: Filter }, waits: boolean): object {
  if (!filter) throw new Refusal(400, 'Format error in JSON body: neither `points` nor `filter`');
  for (const { id } of matching(collection, filter)) collection.points.delete(id);
  return { operation_id: 2, status: waits ? 'completed' : 'acknowledged' };
}

function query(
  collection: Collection,
  body: { query: number[]; filter?: Filter; limit?: number; with_payload?: boolean | string[] },
): object {
  if (body.query.length !== collection.size)
    throw new Refusal(
      400,
      `Wrong input: Vector dimension error: expected dim: ${collection.size}, got ${body.query.length}`,
    );
  const shown = ({ payload }: Point): object => {
    const { with_payload: wanted = false } = body;
    if (!Array.isArray(wanted)) return wanted ? { payload } : {};
    return { payload: Object.fromEntries(Object.entries(payload).filter(([key]) => wanted.includes(key))) };
  };
  const points = matching(collection, body.filter)
    .map((point) => ({ id: point.id, version: 1, score: cosine(point.vector, body.query), ...shown(point) }))
    .sort((a, b) => b.score - a.score);
  return { points: points.slice(0, body.limit ?? 10) };
}

/** Every `must`, and no `must_not`. */
function matching({ points }: Collection, { must = [], must_not: mustNot = [] }: Filter = {}): Point[] {
  const holds = ({ payload }: Point, { key, match }: Condition): boolean => {
    if (match.any) return match.any.includes(payload[key]);
    return payload[key] === match.value;
  };
  return [...points.values()].filter(
    (point) => must.every((one) => holds(point, one)) && !mustNot.some((one) => holds(point, one)),
  );
}

function cosine(a: number[], b: number[]): number {
  const dot = (x: number[], y: number[]): number => x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0);
  return dot(a, b) / (Math.sqrt(dot(a, a) * dot(b, b)) || 1);
}
