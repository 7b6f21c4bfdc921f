import type { AnyAction, PluginHandlers } from '@scenarium/sdk';
import { satisfies, validRange } from 'semver';
import { z } from 'zod';
import { describeAction, type CatalogEntry } from './describe-action.ts';
import { PluginError } from './plugin-error.ts';

/** An action, what carries it out, and how it is shown. */
export interface InstalledAction {
  definition: AnyAction;
  handler: PluginHandlers['actions'][string];
  entry: CatalogEntry;
}

/** All actions by their full names, `plugin.action`. @throws PluginError for the first plugin that is not right */
export function collectActions(plugins: readonly PluginHandlers[]): ReadonlyMap<string, InstalledAction> {
  const seen = new Set<string>();
  return new Map(
    plugins.flatMap((plugin) => {
      const actions = actionsOf(plugin);
      const { id } = plugin.definition;
      if (seen.has(id)) throw new PluginError('plugin_duplicate', id, 'another plugin has this id: give it its own');
      seen.add(id);
      return actions;
    }),
  );
}

/** @throws PluginError when a plugin is not right */
export function checkPlugin(plugin: PluginHandlers): void {
  actionsOf(plugin);
}

function actionsOf(plugin: PluginHandlers): [string, InstalledAction][] {
  const invalid = (problem: string): PluginError => new PluginError('plugin_invalid', nameOf(plugin), problem);
  const parsed = Plugin.safeParse(plugin);
  if (!parsed.success) throw invalid(z.prettifyError(parsed.error));
  const {
    definition: { id, actions, config, sdk },
    actions: handlers,
    expandTools = {},
  } = plugin;
  const lacking = channelProblem(plugin);
  if (lacking !== undefined) throw invalid(lacking);
  if (!satisfies(SDK_VERSION, sdk))
    throw new PluginError('plugin_sdk_range', id, `it needs the SDK ${sdk}, this is ${SDK_VERSION}: update the plugin`);
  const stray = Object.keys(handlers).find((name) => !Object.hasOwn(actions, name));
  if (stray !== undefined) throw invalid(`the handler “${stray}” belongs to no action`);
  return Object.entries(actions).map(([name, definition]) => {
    const handler = Object.hasOwn(handlers, name) && handlers[name];
    if (!handler) throw invalid(`the action “${name}” has no handler`);
    if (definition.id !== name) throw invalid(`the action “${definition.id}” stands under “${name}”: use its id`);
    if (definition.tool?.expands && typeof expandTools[name] !== 'function')
      throw invalid(`the action “${name}” stands for tools that nothing in “expandTools” lists`);
    return [`${id}.${name}`, { definition, handler, entry: described(definition, config !== undefined, invalid) }];
  });
}

/** What a channel of a plugin lacks. */
function channelProblem({ definition, channels }: PluginHandlers): string | undefined {
  for (const [name, { id, modes, shows }] of Object.entries(definition.channels)) {
    if (id !== name) return `the channel “${id}” stands under “${name}”: use its id`;
    const does = Object.hasOwn(channels, name) ? channels[name] : undefined;
    if (!does?.send) return `the channel “${name}” has no “send”`;
    if (modes.includes('webhook') && !does.receive) return `the channel “${name}” has no “receive”`;
    if (modes.includes('poll') && !does.poll) return `the channel “${name}” has no “poll”`;
    if (shows.typing && !does.typing) return `the channel “${name}” has no “typing”`;
  }
  return undefined;
}

function described(action: AnyAction, connection: boolean, invalid: (problem: string) => PluginError): CatalogEntry {
  const example = action.example && action.input.safeParse(action.example);
  if (example?.error) throw invalid(`the example of “${action.id}” is no input: ${z.prettifyError(example.error)}`);
  try {
    return describeAction(action, connection);
  } catch (error) {
    throw invalid(`a schema of “${action.id}” cannot be shown as JSON Schema: ${String(error)}`);
  }
}

function nameOf(plugin: unknown): string {
  const { definition } = Object(plugin) as { definition?: { id?: unknown } };
  return String(definition?.id);
}

/** What plugins are written with here; `sdk` of a plugin names the versions it works with. */
export const SDK_VERSION = '0.1.0';

const Id = z.string().regex(/^[a-z][a-z0-9-]{0,49}$/, 'use small letters, digits and “-”, up to 50');
const Words = z.object({ en: z.string().min(1), ru: z.string().min(1) });
const Action = z.object({
  id: Id,
  title: Words,
  description: Words,
  input: z.instanceof(z.ZodObject),
  output: z.instanceof(z.ZodType),
  repeat: z.union([z.enum(['safe', 'keyed', 'never']), z.function()]),
  timeoutMs: z.int().positive().optional(),
  example: z.looseObject({}).optional(),
});
const Channel = z.object({
  id: Id,
  title: Words,
  shows: z.record(z.string(), z.union([z.boolean(), z.int().min(20)])),
  modes: z.array(z.enum(['webhook', 'poll'])).min(1),
});
const Plugin = z.object({
  definition: z.object({
    id: Id,
    version: z.string().regex(/^\d+\.\d+\.\d+/, 'write it as 1.2.3'),
    title: Words,
    description: Words,
    sdk: z.string().refine((range) => validRange(range) !== null, 'write a range of versions: ^0.1.0'),
    config: z.instanceof(z.ZodObject).optional(),
    actions: z.record(z.string(), Action),
    channels: z.record(z.string(), Channel),
  }),
  actions: z.record(z.string(), z.function()),
});
