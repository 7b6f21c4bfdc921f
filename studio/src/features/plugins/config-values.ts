import type { FormField } from './fields-of.ts';

/** Settings as the fields of a form show them. */
export function configInto(fields: readonly FormField[], config: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    fields.map(({ name, widget, initial }) => {
      const value = config[name] ?? initial;
      return [name, widget === 'json' && value !== undefined ? JSON.stringify(value, null, 2) : value];
    }),
  );
}

/** What a form holds as settings: what is empty is left out, so that secrets that are set stay. */
export function configFrom(fields: readonly FormField[], values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap(({ name, widget }) => {
      const value = values[name];
      if (value === undefined || value === null || value === '') return [];
      return [[name, widget === 'json' ? JSON.parse(String(value)) : value] as [string, unknown]];
    }),
  );
}
