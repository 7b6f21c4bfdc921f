import type { Json } from '@scenarium/language';
import type { HttpClient, Log, PluginHandlers, Repeat } from '@scenarium/sdk';
import { failure, type ActionCall, type ActionOutcome } from './call.ts';
import { collectActions, type InstalledAction } from './collect-actions.ts';
import type { CatalogEntry } from './describe-action.ts';
import { executeAction } from './execute-action.ts';

/**
 * Takes plugins in and carries their actions out.
 *
 * @throws PluginError for the first plugin that is not right: `plugin_invalid`, `plugin_duplicate`
 * @example
 * const host = createPluginHost({ plugins: installedPlugins, http: createHttpClient({ allow: [] }), log });
 * const outcome = await host.execute({ action: 'http.request', input: { url }, idempotencyKey, signal, conversation });
 */
export function createPluginHost({ plugins, http, log }: PluginHostOptions): PluginHost {
  const actions = collectActions(plugins);
  return {
    catalog: Object.fromEntries([...actions].map(([name, { entry }]) => [name, entry])),
    async execute(call) {
      const begin = performance.now();
      const installed = actions.get(call.action);
      const outcome = installed ? await executeAction(installed, call, { http, log }) : unknownAction(call.action);
      const { id: conversation, tenant } = call.conversation;
      const facts = { action: call.action, conversation, tenant, ms: Math.round(performance.now() - begin) };
      if (outcome.ok) log.info(facts, 'action done');
      else log.warn({ ...facts, code: outcome.error.code }, 'action failed');
      return outcome;
    },
    repeatOf(name, input) {
      const installed = actions.get(name);
      return installed ? decideRepeat(installed, input) : 'never';
    },
  };
}

export interface PluginHostOptions {
  plugins: readonly PluginHandlers[];
  http: HttpClient;
  log: Log;
}

export interface PluginHost {
  catalog: ActionCatalog;
  /** Carries an action out. Never rejects: whatever goes wrong is an outcome with a code. Does not retry: the HTTP client does. */
  execute(call: ActionCall): Promise<ActionOutcome>;
  /** May an action be called again when nobody knows whether it happened? */
  repeatOf(action: string, input: Json): Repeat;
}

/** Every action there is, by its full name `plugin.action`. */
export type ActionCatalog = Readonly<Record<string, CatalogEntry>>;

function unknownAction(name: string): ActionOutcome {
  return failure('action_unknown', `there is no action “${name}”: install its plugin or choose another action`);
}

/** In doubt nothing is done twice. An input that the action refuses did nothing. */
function decideRepeat({ definition: { repeat, input: schema } }: InstalledAction, input: Json): Repeat {
  if (typeof repeat === 'string') return repeat;
  try {
    const parsed = schema.safeParse(input);
    return parsed.success ? repeat(parsed.data as never) : 'safe';
  } catch {
    return 'never';
  }
}
