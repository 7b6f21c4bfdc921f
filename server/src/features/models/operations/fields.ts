import { z } from 'zod';

/** A field of a record that a model fills in, as scenarios write it. */
export interface Field {
  type: 'text' | 'number' | 'boolean' | 'date' | 'choice' | 'list';
  description: string;
  values?: string[] | undefined;
  required: boolean;
}

const TYPES: { [K in Field['type']]: (values: string[]) => z.ZodType } = {
  text: () => z.string(),
  number: () => z.number(),
  boolean: () => z.boolean(),
  date: () => z.iso.date(),
  choice: (values) => z.enum(values as [string]),
  list: () => z.array(z.string()),
};

/** The schema of a record; what is not required may be null. */
export function recordSchema(fields: Readonly<Record<string, Field>>): z.ZodObject {
  return z.object(
    Object.fromEntries(
      Object.entries(fields).map(([name, { type, description, values = [], required }]) => {
        const schema = TYPES[type](values);
        const described = description ? schema.describe(description) : schema;
        return [name, required ? described : described.nullable()];
      }),
    ),
  );
}
