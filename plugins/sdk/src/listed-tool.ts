import type { JsonObject } from '@scenarium/language';
import type { ServiceContext } from './context.ts';

/** A tool that a connection offers by itself, as `expandTools` lists it. */
export interface ListedTool {
  /** As the service calls it: goes into the field `tool` of the action's input. */
  name: string;
  /** For people; the name when absent. */
  title?: string | undefined;
  description: string;
  /** JSON Schema of an object: what goes into the field `arguments`. */
  schema: JsonObject;
  /** Cannot be undone: the end user is asked before it is carried out. */
  irreversible: boolean;
}

/** Lists the tools that a connection offers now. The host asks before a model is asked, and remembers the answer for a minute. */
export type ToolLister<C> = (context: ServiceContext & { config: C }) => Promise<ListedTool[]>;
