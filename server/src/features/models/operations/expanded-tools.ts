import type { ListedTool } from '@scenarium/sdk';
import type { ModelContext } from './context.ts';
import type { Offer, OfferedTool, ToolUse } from './tools.ts';
import { withoutFields } from './without-fields.ts';

interface Expanding extends Pick<ModelContext, 'host' | 'log'> {
  tenant: string;
  /** What is offered already. */
  tools: readonly OfferedTool[];
}

/**
 * Adds the tools of connections to what is offered, each under its own name. A tool that two actions of one connection list is offered
 * once, by the first. Connections whose tools cannot be listed are named.
 */
export async function expandedTools(
  uses: readonly { use: ToolUse; tool: number }[],
  { host, log, tenant, tools: known }: Expanding,
): Promise<Offer> {
  const tools = [...known];
  const missing: string[] = [];
  const seen = new Set<string>();
  const lists = await Promise.all(
    uses.map(({ use: { action, connection } }) => {
      const [plugin = '', name = ''] = action.split('.');
      return host.expandTools({ tenant, plugin, connection, action: name }).catch((error: unknown) => {
        const { code = 'failed' } = Object(error) as { code?: string };
        log.warn({ tenant, action, connection, code }, 'tools not listed');
        return code;
      });
    }),
  );
  for (const [i, { use, tool }] of uses.entries()) {
    const list = lists[i] ?? [];
    const { action, connection = '', only, bound } = use;
    const place = connection || action;
    if (typeof list === 'string') {
      missing.push(`${place} (${list})`);
      continue;
    }
    const wanted = list.filter(({ name }) => only === undefined || only === name);
    if (only !== undefined && wanted.length === 0) missing.push(`${place}: ${String(only)}`);
    for (const listed of wanted) {
      const id = JSON.stringify([action.split('.')[0], connection, listed.name]);
      if (seen.has(id)) continue;
      seen.add(id);
      const name = freeName(listed.name, connection, new Set(tools.map((one) => one.name)));
      tools.push({ ...toOffered(listed, bound), name, tool, of: listed.name });
    }
  }
  return { tools, missing };
}

function toOffered({ name, title = name, description, schema, irreversible }: ListedTool, bound: readonly string[]) {
  const hidden = bound.flatMap((path) => (path.startsWith('arguments.') ? [path.slice('arguments.'.length)] : []));
  return {
    description: title === name ? description : `${title}. ${description}`,
    schema: hidden.length > 0 ? { ...schema, ...withoutFields(schema, new Set(hidden)) } : schema,
    irreversible,
    title: { en: title, ru: title },
  };
}

/** The tool's own name as far as providers allow it; nobody takes the name of another. */
function freeName(own: string, connection: string, taken: ReadonlySet<string>): string {
  const clean = (name: string): string => name.replace(/[^\w-]/g, '_');
  const candidates = [clean(own), clean(`${connection}__${own}`)].map((name) => name.slice(0, LONGEST_NAME));
  const free = candidates.find((name) => !taken.has(name));
  if (free !== undefined) return free;
  for (let number = 2; ; number += 1) {
    const numbered = `${clean(own).slice(0, LONGEST_NAME - 4)}_${number}`;
    if (!taken.has(numbered)) return numbered;
  }
}

const LONGEST_NAME = 64;
