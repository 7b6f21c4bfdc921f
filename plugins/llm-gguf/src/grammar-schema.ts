import type { GbnfJsonSchema } from 'node-llama-cpp';

/** JSON Schema, as far as it is read here. */
export interface JsonSchema {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  prefixItems?: JsonSchema[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  [keyword: string]: unknown;
}

/**
 * A JSON Schema in the words that grammars of llama.cpp know. Fields that may be absent may be null instead, as grammars write every
 * field; `withoutNulls` takes them out again. What grammars cannot express, such as patterns, is left out: check what comes.
 */
export function toGrammarSchema(schema: JsonSchema): GbnfJsonSchema {
  return convert(schema) as GbnfJsonSchema;
}

/** An answer without the nulls that stand for absent fields. */
export function withoutNulls(schema: JsonSchema, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutNulls(schema.items ?? {}, item));
  if (typeof value !== 'object' || value === null || !schema.properties) return value;
  const { properties, required = [] } = schema;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, field]) => field !== null || required.includes(name))
      .map(([name, field]) => [name, withoutNulls(properties[name] ?? {}, field)]),
  );
}

/** Longer counts make grammars that llama.cpp refuses. */
const LONGEST_COUNT = 500;
const FORMATS = new Set(['date', 'time', 'date-time']);
const ANYTHING = { type: ['string', 'number', 'boolean', 'null'] };

function convert(schema: JsonSchema): object {
  const { description, $defs, $ref, anyOf, oneOf = anyOf } = schema;
  const shared = {
    ...(typeof description === 'string' && { description }),
    ...(typeof $defs === 'object' && { $defs: mapped($defs as Record<string, JsonSchema>) }),
  };
  if (typeof $ref === 'string') return { $ref, ...shared };
  if (oneOf) return { oneOf: oneOf.map(convert), ...shared };
  if ('const' in schema) return { const: schema['const'], ...shared };
  if (Array.isArray(schema['enum'])) return { enum: schema['enum'], ...shared };
  switch (schema.type) {
    case 'object':
      return { type: 'object', properties: fields(schema), additionalProperties: additional(schema), ...shared };
    case 'array':
      return {
        type: 'array',
        ...(schema.items && { items: convert(schema.items) }),
        ...(schema.prefixItems && { prefixItems: schema.prefixItems.map(convert) }),
        ...counts(schema, ['minItems', 'maxItems']),
        ...shared,
      };
    case 'string':
      if (FORMATS.has(String(schema['format']))) return { type: 'string', format: schema['format'], ...shared };
      return { type: 'string', ...counts(schema, ['minLength', 'maxLength']), ...shared };
    case undefined:
      return { ...ANYTHING, ...shared };
    default:
      return { type: schema.type, ...shared };
  }
}

function fields({ properties = {}, required = [] }: JsonSchema): object {
  return Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [
      name,
      required.includes(name) ? convert(field) : { oneOf: [convert(field), { type: 'null' }] },
    ]),
  );
}

/** Fields beyond the named ones: only where nothing but those could be written. */
function additional({ properties, additionalProperties }: JsonSchema): object | boolean {
  if (properties && Object.keys(properties).length > 0) return false;
  if (typeof additionalProperties === 'object' && additionalProperties !== null)
    return Object.keys(additionalProperties).length > 0 ? convert(additionalProperties as JsonSchema) : true;
  return additionalProperties === true;
}

function counts(schema: JsonSchema, names: string[]): object {
  return Object.fromEntries(
    names
      .map((name) => [name, schema[name]] as const)
      .filter(([, count]) => typeof count === 'number' && count <= LONGEST_COUNT),
  );
}

function mapped(schemas: Record<string, JsonSchema>): object {
  return Object.fromEntries(Object.entries(schemas).map(([name, one]) => [name, convert(one)]));
}
