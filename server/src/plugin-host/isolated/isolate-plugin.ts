import {
  ActionError,
  type ActionContext,
  type ListedTool,
  type Log,
  type ModelOptions,
  type Passage,
  type PluginHandlers,
  type ServiceContext,
} from '@scenarium/sdk';
import { z } from 'zod';
import { PluginError } from '../plugin-error.ts';
import { channelsByProcess } from './channels-by-process.ts';
import { PluginDescription, toDefinition } from './description.ts';
import { hostMethods } from './host-methods.ts';
import type { CallOptions } from './peer.ts';
import { LOADING_MS, type IsolationLimits } from './start-process.ts';
import { supervisePlugin, type SupervisedPlugin } from './supervise-plugin.ts';

/** A plugin in a process of its own, behind the interface of any plugin. */
export interface IsolatedPlugin {
  handlers: PluginHandlers;
  process: SupervisedPlugin;
}

export interface IsolationOptions {
  /** What it is called until it has said its own name. */
  name: string;
  entry: string;
  readable: readonly string[];
  limits: IsolationLimits;
  log: Log;
}

/**
 * Starts a plugin in its own process and asks it what it is.
 *
 * @throws PluginError `plugin_invalid`, `plugin_module_refused`, `plugin_not_loaded`
 * @example const { handlers } = await isolatePlugin({ name: 'hello', entry: '/data/plugins/hello/index.ts', readable, limits, log });
 */
export async function isolatePlugin({ name, log, ...options }: IsolationOptions): Promise<IsolatedPlugin> {
  const contexts = new Map<number, ServiceContext>();
  let last = 0;
  const plugin = supervisePlugin({
    ...options,
    methods: hostMethods((of) => contexts.get(of)),
    printed: (line) => log.info({ plugin: name, line }, 'plugin printed'),
    ended: (reason) => log.error({ plugin: name, reason }, 'plugin stopped'),
  });

  /** Calls the process; what the handler there uses is used for this call, as long as it lasts. */
  async function call<T>(
    method: string,
    context: ServiceContext & Partial<ActionContext>,
    more: { params?: object; config?: unknown; told?: CallOptions['told'] } = {},
  ): Promise<T> {
    last += 1;
    const of = last;
    contexts.set(of, context);
    const { idempotencyKey, conversation, signal } = context;
    const config = more.config ?? context.config;
    try {
      const given = { ...more.params, of, config, idempotencyKey, conversation };
      return (await plugin.call(method, given, { signal, ...(more.told && { told: more.told }) })) as T;
    } finally {
      contexts.delete(of);
    }
  }

  try {
    const description = PluginDescription.safeParse(
      await plugin.call('describe', null, { signal: AbortSignal.timeout(LOADING_MS) }),
    );
    if (!description.success) throw new PluginError('plugin_invalid', name, z.prettifyError(description.error));
    return { handlers: handlersOf(description.data, call), process: plugin };
  } catch (error) {
    plugin.stop();
    throw toPluginError(error, name);
  }
}

/** Calls the process of a plugin. */
export type Call = <T>(
  method: string,
  context: ServiceContext & Partial<ActionContext>,
  more?: { params?: object; config?: unknown; told?: CallOptions['told'] },
) => Promise<T>;

function handlersOf(description: PluginDescription, call: Call): PluginHandlers {
  const { has, actions, retrievers, models } = description;
  const handlers = {
    definition: toDefinition(description),
    actions: Object.fromEntries(
      Object.keys(actions).map((name) => [
        name,
        (input: unknown, context: ActionContext) =>
          call('action', context, {
            params: { name, input },
            told: (value) => context.progress(String((value as { progress?: unknown }).progress)),
          }),
      ]),
    ),
    retrievers: Object.fromEntries(
      Object.keys(retrievers).map((retriever) => [
        retriever,
        async (query: unknown, context: ServiceContext) =>
          z.array(PassageSchema).parse(await call('retrieve', context, { params: { retriever, query } })),
      ]),
    ),
    models: {
      ...(models.chat && {
        async chat(config: unknown, options: ModelOptions, context: ServiceContext) {
          const { ChatByProcess } = await import('./chat-by-process.ts');
          return new ChatByProcess((params, { signal = context.signal, told }) =>
            call('chat', { ...context, signal }, { params: { ...params, options }, config, told }),
          );
        },
      }),
      ...(models.embeddings && {
        async embeddings(config: unknown, options: ModelOptions, context: ServiceContext) {
          const { EmbeddingsByProcess } = await import('./embeddings-by-process.ts');
          return new EmbeddingsByProcess((params) =>
            call('embed', context, { params: { ...params, options }, config }),
          );
        },
      }),
    },
    channels: channelsByProcess(has.channels, call),
    expandTools: Object.fromEntries(
      has.expandTools.map((name) => [
        name,
        async (context: ServiceContext) =>
          z.array(ListedToolSchema).parse(await call('expandTools', context, { params: { name } })),
      ]),
    ),
    ...(has.listModels && {
      listModels: (config: unknown, context: ServiceContext) => call('listModels', context, { config }),
    }),
    ...(has.healthcheck && { healthcheck: (context: ServiceContext) => call('healthcheck', context) }),
    ...(has.onEvent && {
      onEvent: (event: unknown, context: ServiceContext) => call('event', context, { params: { event } }),
    }),
  };
  return handlers as unknown as PluginHandlers;
}

const PassageSchema: z.ZodType<Passage> = z.object({
  id: z.string(),
  source: z.string(),
  title: z.string(),
  text: z.string(),
  score: z.number(),
  url: z.string().exactOptional(),
});

const ListedToolSchema: z.ZodType<ListedTool> = z.object({
  name: z.string(),
  title: z.string().optional(),
  description: z.string(),
  schema: z.record(z.string(), z.json()),
  irreversible: z.boolean(),
});

function toPluginError(error: unknown, name: string): PluginError {
  if (error instanceof PluginError) return error;
  const code = error instanceof ActionError ? error.code : 'plugin_not_loaded';
  const known = code === 'plugin_invalid' || code === 'plugin_module_refused' ? code : 'plugin_not_loaded';
  return new PluginError(known, name, (error as Error).message);
}
