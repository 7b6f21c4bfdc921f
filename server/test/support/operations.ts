import type { Api } from './api.ts';

/** A declared route, as the API describes itself. */
export interface Operation {
  id: string;
  method: string;
  /** With `{names}`. */
  path: string;
  permission: string | null;
  open: boolean;
  body: Schema | null;
}

interface Schema {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  minLength?: number;
  minimum?: number;
  format?: string;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

/** Every route that a server declares. */
export async function operationsOf(server: Api): Promise<Operation[]> {
  const { paths } = (await server.call('GET', '/openapi.json')).body as {
    paths: Record<string, Record<string, Described>>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, description, security, requestBody }]) => ({
      id: operationId,
      method: method.toUpperCase(),
      path: path.slice(1),
      permission: /Permission: `([\w:]+)`/.exec(description)?.[1] ?? null,
      open: security === undefined,
      body: requestBody?.content['application/json']?.schema ?? null,
    })),
  );
}

interface Described {
  operationId: string;
  description: string;
  security?: unknown[];
  requestBody?: { content: Record<string, { schema: Schema } | undefined> };
}

/** The smallest value that a schema allows. */
export function sampleOf(schema: Schema): unknown {
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [variant] = schema.anyOf ?? schema.oneOf ?? [];
  if (variant) return sampleOf(variant);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map(sampleOf)) as unknown;
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object' || schema.properties) {
    return Object.fromEntries((schema.required ?? []).map((name) => [name, sampleOf(schema.properties?.[name] ?? {})]));
  }
  if (type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}));
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1;
  if (type === 'boolean') return false;
  if (type === 'null') return null;
  if (schema.format === 'email') return 'somebody@example.com';
  if (schema.format === 'uri') return 'https://example.com/';
  if (type === 'string') return 'x'.repeat(Math.max(8, schema.minLength ?? 0));
  return {};
}
