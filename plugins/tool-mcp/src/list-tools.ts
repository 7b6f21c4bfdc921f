import type { ListedTool } from '@scenarium/sdk';
import type { McpConfig } from './index.ts';
import type { Session } from './session.ts';

export type McpTool = Omit<ListedTool, 'irreversible'> & {
  /** Does the server say that the tool changes nothing? No when it says nothing. */
  readOnly: boolean;
};

/** The tools of a server that the connection allows; the first hundred. */
export async function listTools({ client, options }: Session, { tools: allowed }: McpConfig): Promise<McpTool[]> {
  const found: McpTool[] = [];
  let cursor: string | undefined;
  for (let page = 1; page <= MOST_PAGES && found.length < MOST_TOOLS; page += 1) {
    const { tools, nextCursor } = await client.listTools(cursor === undefined ? {} : { cursor }, options);
    for (const { name, title, description = '', inputSchema, annotations = {} } of tools)
      if (allowed.length === 0 || allowed.includes(name))
        found.push({
          name,
          description,
          title: title ?? annotations.title,
          schema: inputSchema as ListedTool['schema'],
          readOnly: annotations.readOnlyHint === true,
        });
    cursor = nextCursor;
    if (cursor === undefined) break;
  }
  return found.slice(0, MOST_TOOLS);
}

const MOST_TOOLS = 100;
const MOST_PAGES = 20;
