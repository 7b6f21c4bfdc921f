import type { LocalisedText } from '@scenarium/language';
import type { AnyAction, ToolRules } from '@scenarium/sdk';
import { z } from 'zod';

/** An action as the studio and lint see it; schemas are JSON Schema (draft 2020-12). */
export interface CatalogEntry {
  title: LocalisedText;
  description: LocalisedText;
  input: JsonSchema;
  output: JsonSchema;
  /** Deadline where the step gives none. Milliseconds. */
  timeoutMs: number;
  /** Does it need a connection of its plugin? */
  connection: boolean;
  /** Can a model use it as a tool, and what must it know then? */
  tool: ToolRules | null;
}

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** @throws Error where a schema cannot be written as JSON Schema */
export function describeAction(
  { title, description, input, output, timeoutMs, example, tool }: AnyAction,
  connection: boolean,
): CatalogEntry {
  return {
    title,
    description,
    input: { ...z.toJSONSchema(input, { io: 'input' }), ...(example && { examples: [example] }) },
    output: z.toJSONSchema(output),
    timeoutMs: timeoutMs ?? DEFAULT_TIMEOUT_MS,
    connection,
    tool: tool ?? null,
  };
}

const DEFAULT_TIMEOUT_MS = 30_000;
