import type { LocalisedText } from '@scenarium/language';
import type { AnyAction } from '@scenarium/sdk';
import { z } from 'zod';

/** An action as the studio and lint see it; schemas are JSON Schema (draft 2020-12). */
export interface CatalogEntry {
  title: LocalisedText;
  description: LocalisedText;
  input: JsonSchema;
  output: JsonSchema;
  /** Deadline where the step gives none. Milliseconds. */
  timeoutMs: number;
}

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** @throws Error where a schema cannot be written as JSON Schema */
export function describeAction({ title, description, input, output, timeoutMs, example }: AnyAction): CatalogEntry {
  return {
    title,
    description,
    input: { ...z.toJSONSchema(input, { io: 'input' }), ...(example && { examples: [example] }) },
    output: z.toJSONSchema(output),
    timeoutMs: timeoutMs ?? DEFAULT_TIMEOUT_MS,
  };
}

const DEFAULT_TIMEOUT_MS = 30_000;
