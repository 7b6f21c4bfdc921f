import { format } from 'prettier';

/** A JSON Schema as OpenAPI 3.1 documents have it. */
export interface Schema {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  $ref?: string;
}

interface Content {
  content?: Record<string, { schema: Schema }>;
}

interface Operation {
  operationId: string;
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: Content;
  responses: Record<string, Content>;
}

export interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
}

/** The calls of an API as TypeScript: what each takes and answers, and the table that says where it is. */
export async function writeTypes({ paths, components }: OpenApi): Promise<{ types: string; table: string }> {
  const operations = Object.entries(paths)
    .flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })))
    .sort((a, b) => a.operation.operationId.localeCompare(b.operation.operationId));
  const named = Object.entries(components?.schemas ?? {}).map(([name, schema]) => `type ${name} = ${typeOf(schema)};`);
  const calls = operations.map(({ operation }) => `  ${operation.operationId}: ${callType(operation)};`);
  const places = operations.map(
    ({ path, method, operation }) => `  ${operation.operationId}: ['${method.toUpperCase()}', '${path}'],`,
  );
  return {
    types: await pretty(`${HEAD}\n${named.join('\n')}\nexport interface Operations {\n${calls.join('\n')}\n}\n`),
    table: await pretty(
      `${HEAD}\n/** Method and path of every call. */\nexport const places = {\n${places.join('\n')}\n} as const;\n`,
    ),
  };
}

const HEAD = '// Made by `npm run api-types` from the description that the server gives of itself. Do not edit.';

function pretty(text: string): Promise<string> {
  return format(text, { parser: 'typescript', printWidth: 120, singleQuote: true });
}

function callType({ parameters = [], requestBody, responses }: Operation): string {
  const of = (where: string): string => {
    const fields = parameters.filter((parameter) => parameter.in === where);
    if (fields.length === 0) return 'undefined';
    return `{ ${fields.map(({ name, required, schema }) => `${key(name)}${required ? '' : '?'}: ${typeOf(schema)}`).join('; ')} }`;
  };
  const body = requestBody?.content?.['application/json']?.schema;
  const usual =
    Object.keys(responses)
      .filter((status) => status.startsWith('2'))
      .sort()[0] ?? '200';
  const answer = responses[usual]?.content?.['application/json']?.schema;
  return `{ params: ${of('path')}; query: ${of('query')}; body: ${body ? typeOf(body) : 'undefined'}; answer: ${answer ? typeOf(answer) : 'undefined'} }`;
}

function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) return schema.$ref.split('/').at(-1) as string;
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants) return `(${variants.map(typeOf).join(' | ')})`;
  if (schema.allOf) return `(${schema.allOf.map(typeOf).join(' & ')})`;
  if (Array.isArray(schema.type)) return `(${schema.type.map((type) => typeOf({ ...schema, type })).join(' | ')})`;
  switch (schema.type) {
    case 'object':
      return objectType(schema);
    case 'array':
      return `(${schema.items ? typeOf(schema.items) : 'unknown'})[]`;
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
    case 'boolean':
    case 'null':
      return schema.type;
    default:
      return schema.properties ? objectType(schema) : 'unknown';
  }
}

function objectType({ properties = {}, required = [], additionalProperties }: Schema): string {
  const fields = Object.entries(properties).map(
    ([name, schema]) => `${key(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema)}`,
  );
  if (fields.length > 0) return `{ ${fields.join('; ')} }`;
  const value = typeof additionalProperties === 'object' ? typeOf(additionalProperties) : 'unknown';
  return `Record<string, ${value}>`;
}

function key(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
}
