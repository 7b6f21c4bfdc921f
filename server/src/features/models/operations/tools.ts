import type { JsonObject } from '@scenarium/language';
import { z } from 'zod';
import type { CatalogEntry } from '../../../plugin-host/index.ts';
import type { ModelContext } from './context.ts';
import { expandedTools } from './expanded-tools.ts';
import { withoutFields } from './without-fields.ts';

/** A tool of an agent step: an action, and the fields of its input that the scenario fills in. */
export const ToolUse = z.object({
  action: z.string(),
  connection: z.string().optional(),
  bound: z.array(z.string()).default([]),
  /** Where the action stands for tools of a connection: the one that is meant. */
  only: z.json().optional(),
});
export type ToolUse = z.infer<typeof ToolUse>;

/** A tool as a model sees it, and which of the step's tools it is. */
export interface OfferedTool {
  name: string;
  description: string;
  schema: JsonObject;
  tool: number;
  /** Which of the tools that the step's tool stands for. */
  of?: string;
  irreversible: boolean;
  title: { en: string; ru: string };
}

/** What a model is told of its tools, and in words what is missing. */
export interface Offer {
  tools: OfferedTool[];
  missing: string[];
}

/** Never rejects: a model can say what it cannot do. */
export async function offeredTools(
  uses: readonly ToolUse[],
  context: Pick<ModelContext, 'host' | 'log'>,
  tenant: string,
): Promise<Offer> {
  const { catalog } = context.host;
  const expands = ({ action }: ToolUse): boolean => catalog[action]?.tool?.expands === true;
  const tools = uses.flatMap((use, tool) => {
    const entry = catalog[use.action];
    if (!entry || expands(use)) return [];
    const isFirst = uses.findIndex(({ action }) => action === use.action) === tool;
    // Providers allow letters, digits, `_` and `-`.
    return [{ ...offered(use, entry), name: `${use.action.replace('.', '__')}${isFirst ? '' : `_${tool}`}`, tool }];
  });
  const dynamic = uses.flatMap((use, tool) => (expands(use) ? [{ use, tool }] : []));
  return expandedTools(dynamic, { ...context, tenant, tools });
}

function offered({ bound }: ToolUse, { title, description, tool: rules, input }: CatalogEntry) {
  return {
    description: `${title.en}. ${description.en}`,
    schema: withoutFields(input as JsonObject, new Set([...bound, ...Object.keys(rules?.own ?? {})])),
    irreversible: rules?.irreversible ?? false,
    title,
  };
}
