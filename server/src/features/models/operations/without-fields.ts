import type { JsonObject } from '@scenarium/language';

/** Fields that a model may not decide are not in its schema. */
export function withoutFields(schema: JsonObject, hidden: ReadonlySet<string>): JsonObject {
  const { properties = {}, required = [] } = schema as { properties?: JsonObject; required?: string[] };
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !hidden.has(name))),
    required: required.filter((name) => !hidden.has(name)),
  };
}
