import { ActionError, type ListedTool, type Log } from '@scenarium/sdk';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { PluginHost, Use } from './create-plugin-host.ts';

/** An action that stands for tools of a connection. */
export type Expansion = Omit<Use, 'signal' | 'repeatable'> & {
  /** Without the plugin's id. */
  action: string;
};

export interface ToolExpanderOptions extends Pick<PluginHost, 'use'> {
  log: Log;
  /** A clock in milliseconds that never goes back. */
  now?: () => number;
}

/**
 * Lists the tools of connections. A list is remembered for a minute, a failure for ten seconds: models are asked often, and a service
 * that hangs must not hold up every question.
 */
export function createToolExpander({
  use,
  log,
  now = () => performance.now(),
}: ToolExpanderOptions): PluginHost['expandTools'] {
  const lists = new LRUCache<string, Promise<ListedTool[]>>({
    max: 1_000,
    ttl: KEPT_MS,
    ttlResolution: 0,
    perf: { now },
  });

  async function ask({ action, ...of }: Expansion): Promise<ListedTool[]> {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const listed = await use({ ...of, signal, repeatable: false }, async ({ expandTools }, { context }) =>
      expandTools?.[action]?.(context as never),
    ).catch((error: unknown) => {
      throw signal.aborted
        ? new ActionError('timed_out', `the tools were not listed within ${TIMEOUT_MS} ms`, { retryable: true })
        : error;
    });
    const usable = (listed ?? []).flatMap((tool) => Tool.safeParse(tool).data ?? []).slice(0, MOST_TOOLS);
    const omitted = (listed ?? []).length - usable.length;
    if (omitted > 0) log.warn({ plugin: of.plugin, connection: of.connection, omitted }, 'tools left out');
    return usable;
  }

  return async (expansion) => {
    const { tenant, plugin, connection = '', action } = expansion;
    const key = JSON.stringify([tenant, plugin, connection, action]);
    const known = lists.get(key);
    if (known) return known;
    const asked = ask(expansion);
    lists.set(key, asked);
    asked.catch(() => lists.set(key, asked, { ttl: FAILURE_KEPT_MS }));
    return asked;
  };
}

const KEPT_MS = 60_000;
const FAILURE_KEPT_MS = 10_000;
const TIMEOUT_MS = 10_000;
/** Providers take 128 at the most. */
const MOST_TOOLS = 100;
/** Characters of JSON. */
const LONGEST_SCHEMA = 20_000;

const cut = (longest: number) => z.string().transform((text) => text.slice(0, longest));
const Tool = z.object({
  name: z.string().min(1).max(128),
  title: cut(200).optional(),
  description: cut(2_000),
  schema: z.record(z.string(), z.json()).refine((schema) => JSON.stringify(schema).length <= LONGEST_SCHEMA),
  irreversible: z.boolean(),
});
