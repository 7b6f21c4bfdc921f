import type { JsonObject } from '@scenarium/language';
import { z } from 'zod';
import type { ActionCatalog } from '../../../plugin-host/index.ts';

/** A tool of an agent step: an action, and the fields of its input that the scenario fills in. */
export const ToolUse = z.object({
  action: z.string(),
  connection: z.string().optional(),
  bound: z.array(z.string()).default([]),
});
export type ToolUse = z.infer<typeof ToolUse>;

/** A tool as a model sees it, and which of the step's tools it is. */
export interface OfferedTool {
  name: string;
  description: string;
  schema: JsonObject;
  tool: number;
  irreversible: boolean;
  title: { en: string; ru: string };
}

interface ObjectSchema {
  properties?: Record<string, unknown>;
  required?: string[];
}

/** What a model is told of its tools. Fields that it may not decide are not in their schemas. */
export function offeredTools(uses: readonly ToolUse[], catalog: ActionCatalog): OfferedTool[] {
  return uses.flatMap(({ action, bound }, tool) => {
    const entry = catalog[action];
    if (!entry) return [];
    const { title, description, tool: rules } = entry;
    const hidden = new Set([...bound, ...Object.keys(rules?.own ?? {})]);
    const { properties = {}, required = [] } = entry.input as ObjectSchema;
    const schema = {
      type: 'object',
      properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !hidden.has(name))),
      required: required.filter((name) => !hidden.has(name)),
    };
    return [
      {
        // Providers allow letters, digits, `_` and `-`.
        name: `${action.replace('.', '__')}${uses.findIndex((other) => other.action === action) === tool ? '' : `_${tool}`}`,
        description: `${title.en}. ${description.en}`,
        schema: schema as unknown as JsonObject,
        tool,
        irreversible: rules?.irreversible ?? false,
        title,
      },
    ];
  });
}
