import type { Embeddings } from '@langchain/core/embeddings';
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { Json } from '@scenarium/language';
import {
  ActionError,
  type ListedModel,
  type ListedTool,
  type ModelKind,
  type ModelOptions,
  type Passage,
  type PluginDefinition,
  type PluginEvent,
  type PluginHandlers,
  type Repeat,
} from '@scenarium/sdk';
import { createAttempts, type AttemptsOptions } from './attempts.ts';
import { failure, type ActionCall, type ActionOutcome } from './call.ts';
import { collectActions, type InstalledAction } from './collect-actions.ts';
import type { CatalogEntry } from './describe-action.ts';
import { describePlugin, type PluginEntry } from './describe-plugin.ts';
import { executeAction } from './execute-action.ts';
import { createToolExpander, type Expansion } from './expand-tools.ts';
import { createPublisher } from './publish.ts';
import { createStatistics, type PluginCall, type PluginState } from './statistics.ts';
import { serve, type Lent, type Serving } from './service-context.ts';
import { unlessAborted } from './unless-aborted.ts';
import { withoutSecrets } from './without-secrets.ts';

/**
 * Takes plugins in and carries out what they offer.
 *
 * @throws PluginError for the first plugin that is not right: `plugin_invalid`, `plugin_duplicate`, `plugin_sdk_range`
 * @example
 * const host = createPluginHost({ plugins, client: createHttpClient({ allow: [] }), log, connections });
 * const outcome = await host.execute({ action: 'http.request', input: { url }, idempotencyKey, signal, conversation });
 */
export function createPluginHost({ plugins, repeating, observe, ...lent }: PluginHostOptions): PluginHost {
  let installed = install(plugins);
  const attempts = createAttempts(repeating);
  const statistics = createStatistics(observe);
  const { log } = lent;

  function pluginOf(id: string): PluginHandlers {
    const plugin = installed.byId.get(id);
    if (!plugin) throw new ActionError('plugin_unknown', `there is no plugin “${id}”: install it`);
    return plugin;
  }

  /** Lets a plugin do something for a connection. */
  async function use<T>(
    { tenant, plugin: id, connection, signal, repeatable = true, lane = '' }: Use,
    work: (plugin: PluginHandlers, serving: Serving) => Promise<T>,
  ): Promise<T> {
    const plugin = pluginOf(id);
    const begin = performance.now();
    const repeated = repeatable || lane !== '';
    const serving = await serve(lent, {
      ...{ plugin: plugin.definition, tenant, name: connection, signal },
      repeatable: repeated,
    });
    const key = `${tenant}/${id}/${serving.connection?.name ?? ''}${lane && `/${lane}`}`;
    try {
      const result = await attempts.run({ key, signal, deadline: Date.now() + LONGEST_MS, repeatable }, () =>
        unlessAborted(signal, () => work(plugin, serving)),
      );
      statistics.note({ plugin: id, ms: performance.now() - begin });
      return result;
    } catch (error) {
      statistics.note({ plugin: id, ms: performance.now() - begin, error: codeOf(error) });
      throw error;
    }
  }

  return {
    get catalog() {
      return installed.catalog;
    },
    get plugins() {
      return installed.entries;
    },
    definition: (id) => installed.byId.get(id)?.definition,
    replace(plugin) {
      const others = [...installed.byId.values()].filter(({ definition }) => definition.id !== plugin.definition.id);
      installed = install([...others, plugin]);
    },
    use,
    async execute(call) {
      const begin = performance.now();
      const action = installed.actions.get(call.action);
      const plugin = installed.byId.get(call.action.split('.')[0] ?? '')?.definition;
      const outcome =
        action && plugin
          ? await executeAction({ plugin, action, repeat: decideRepeat(action, call.input) }, call, {
              ...lent,
              attempts,
            })
          : unknownAction(call.action);
      const { id: conversation, tenant } = call.conversation;
      const ms = Math.round(performance.now() - begin);
      const facts = { action: call.action, conversation, tenant, ms };
      if (plugin) statistics.note({ plugin: plugin.id, ms, ...(!outcome.ok && { error: outcome.error.code }) });
      if (outcome.ok) log.info(facts, 'action done');
      else log.warn({ ...facts, code: outcome.error.code }, 'action failed');
      return outcome;
    },
    repeatOf(name, input) {
      const action = installed.actions.get(name);
      return action ? decideRepeat(action, input) : 'never';
    },
    retrieve: ({ retriever, query, ...of }) =>
      use(of, async ({ retrievers }, { context }) => {
        const retrieve = Object.hasOwn(retrievers, retriever) ? retrievers[retriever] : undefined;
        if (!retrieve) throw new ActionError('retriever_unknown', `“${of.plugin}” has no retriever “${retriever}”`);
        return retrieve(query, context as never);
      }),
    listModels: (of) =>
      use(of, async ({ listModels }, { context }) => (await listModels?.(context.config as never, context)) ?? []),
    expandTools: createToolExpander({ use, log }),
    async healthcheck(of) {
      const begin = performance.now();
      const took = (): number => Math.round(performance.now() - begin);
      const signal = AbortSignal.timeout(HEALTHCHECK_MS);
      try {
        await use({ ...of, signal, repeatable: false }, async ({ healthcheck }, { context }) =>
          healthcheck?.(context as never),
        );
        return { ok: true, ms: took() };
      } catch (error) {
        const message = signal.aborted
          ? `no answer within ${HEALTHCHECK_MS} ms`
          : withoutSecrets((error as Error).message);
        return { ok: false, ms: took(), code: signal.aborted ? 'timed_out' : codeOf(error), message };
      }
    },
    state: statistics.state,
    publish: createPublisher({ plugins: () => installed.byId.values(), connections: lent.connections, log, use }),
  };
}

export interface PluginHostOptions extends Lent {
  plugins: readonly PluginHandlers[];
  /** How what failed in passing is repeated. */
  repeating?: AttemptsOptions;
  /** Hears of every call that is over. */
  observe?: (call: PluginCall) => void;
}

/** What plugins can do, without doing any of it. @throws PluginError */
export function catalogOf(plugins: readonly PluginHandlers[]): ActionCatalog {
  return install(plugins).catalog;
}

/** What is derived from the plugins once. */
function install(plugins: readonly PluginHandlers[]) {
  const actions = collectActions(plugins);
  return {
    actions,
    byId: new Map(plugins.map((plugin) => [plugin.definition.id, plugin])),
    catalog: Object.fromEntries([...actions].map(([name, { entry }]) => [name, entry])),
    entries: plugins.map(({ definition, listModels, healthcheck }) =>
      describePlugin(definition, { listsModels: listModels !== undefined, hasHealthcheck: healthcheck !== undefined }),
    ),
  };
}

/** Which connection of which plugin, for whom. */
export interface Use {
  tenant: string;
  plugin: string;
  /** Name of the connection; the plugin's only one when absent. */
  connection?: string | undefined;
  signal: AbortSignal;
  repeatable?: boolean;
  /** Work whose failures are counted apart, and which the caller itself repeats: the client does not. */
  lane?: string;
}

export interface Health {
  ok: boolean;
  /** Milliseconds. */
  ms: number;
  code?: string;
  message?: string;
}

export interface PluginHost {
  readonly catalog: ActionCatalog;
  readonly plugins: readonly PluginEntry[];
  definition(plugin: string): PluginDefinition | undefined;
  /** Takes a plugin in, in the place of one with its id. @throws PluginError */
  replace(plugin: PluginHandlers): void;
  /** Carries an action out. Never rejects: whatever goes wrong is an outcome with a code. Repeats what may be repeated. */
  execute(call: ActionCall): Promise<ActionOutcome>;
  /** May an action be called again when nobody knows whether it happened? */
  repeatOf(action: string, input: Json): Repeat;
  /**
   * Lets work be done with a connection, repeated when it fails in passing and left alone when it fails again and again.
   * @throws ActionError
   */
  use<T>(of: Use, work: (plugin: PluginHandlers, serving: Serving) => Promise<T>): Promise<T>;
  retrieve(of: Use & { retriever: string; query: { text: string; limit: number; locale: string } }): Promise<Passage[]>;
  listModels(of: Use): Promise<ListedModel[]>;
  /** The tools that an action of a connection stands for, not older than a minute. @throws ActionError */
  expandTools(of: Expansion): Promise<ListedTool[]>;
  /** Is the service behind a connection well? Never rejects. */
  healthcheck(of: Omit<Use, 'signal'>): Promise<Health>;
  /** Tells plugins of something that happened. Waits for nobody. */
  publish(event: PluginEvent): void;
  /** How each plugin does, for the health page. */
  state(): PluginState[];
}

/** Every action there is, by its full name `plugin.action`. */
export type ActionCatalog = Readonly<Record<string, CatalogEntry>>;

/** What a plugin makes of a connection for one kind of model. */
export type ModelOf<K extends ModelKind> = K extends 'chat' ? BaseChatModel : Embeddings;

/** The model of a kind that a connection offers. @throws ActionError `model_kind_missing` */
export async function modelOf<K extends ModelKind>(
  { definition, models }: PluginHandlers,
  { context }: Serving,
  { kind, options }: { kind: K; options: ModelOptions },
): Promise<ModelOf<K>> {
  const make = models[kind] as
    | ((config: unknown, options: ModelOptions, context: Serving['context']) => ModelOf<K> | Promise<ModelOf<K>>)
    | undefined;
  if (!make) throw new ActionError('model_kind_missing', `“${definition.id}” has no model of kind “${kind}”`);
  return make(context.config, options, context);
}

const HEALTHCHECK_MS = 10_000;
const LONGEST_MS = 600_000;

function codeOf(error: unknown): string {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === 'string' ? code : 'failed';
}

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
