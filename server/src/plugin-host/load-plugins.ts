import { realpathSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Log, PluginHandlers } from '@scenarium/sdk';
import { checkPlugin } from './collect-actions.ts';
import { discoverPlugins, type FoundPlugin } from './discover-plugins.ts';
import { isolatePlugin } from './isolated/isolate-plugin.ts';
import { lendLibraries } from './isolated/lend-libraries.ts';
import { ISOLATION_LIMITS } from './isolated/start-process.ts';
import type { SupervisedPlugin } from './isolated/supervise-plugin.ts';
import { PluginError } from './plugin-error.ts';
import { watchFolder } from './watch-folder.ts';

/** The plugins of an installation beside those that come with the server. */
export interface LoadedPlugins {
  plugins: readonly PluginHandlers[];
  refused(): RefusedPlugin[];
  /** How the process of a plugin does; undefined for one that runs in the host. */
  processOf(plugin: string): ReturnType<SupervisedPlugin['state']> | undefined;
  /** Tells of plugins that came or changed after the start: they are to be used in that form from now on. */
  onChange(changed: (plugin: PluginHandlers) => void): void;
  stop(): void;
}

/** A plugin that was found and not taken in. */
export interface RefusedPlugin {
  name: string;
  code: PluginError['code'];
  message: string;
}

export interface LoadOptions {
  /** Folder with plugins. */
  dir: string;
  /** Names of folders or packages that run in the host, with all its rights. */
  trusted: readonly string[];
  /** Ids that are taken. */
  taken: readonly string[];
  /** Resident memory of each plugin's process, megabytes. */
  memory: number;
  /** Load a plugin again when its files change. */
  watch: boolean;
  log: Log;
}

interface Loaded {
  handlers: PluginHandlers;
  process?: SupervisedPlugin | undefined;
}

/** Starting many processes on few cores, each would take too long. */
const AT_ONCE = Math.max(2, availableParallelism());

/**
 * Loads the plugins of a folder: each in a process of its own with few rights, unless it is trusted. One that is not right is refused
 * with its reason; the others, and the server, go on.
 *
 * @example const loaded = await loadPlugins({ dir: '/data/plugins', trusted: [], taken: ['http'], memory: 256, watch: false, log });
 */
export async function loadPlugins({ dir, trusted, taken, memory, watch, log }: LoadOptions): Promise<LoadedPlugins> {
  const byId = new Map<string, Loaded & { name: string }>();
  const refused = new Map<string, RefusedPlugin>();
  const listeners: ((plugin: PluginHandlers) => void)[] = [];
  const limits = { ...ISOLATION_LIMITS, memory };

  async function load({ name, folder, entry }: FoundPlugin): Promise<Loaded> {
    if (!entry) throw new PluginError('plugin_invalid', name, 'it has no server.ts, index.ts or “./server” of exports');
    if (trusted.includes(name)) return { handlers: checked(await importHere(name, entry)) };
    const readable = [folder, realpathSync(folder), join(dir, 'node_modules')];
    const isolated = await isolatePlugin({ name, entry, readable, limits, log });
    try {
      return { handlers: checked(isolated.handlers), process: isolated.process };
    } catch (error) {
      isolated.process.stop();
      throw error;
    }
  }

  /** A form that is right takes the place of the one before; one that is not leaves it where it is. */
  async function takeIn(found: FoundPlugin): Promise<void> {
    try {
      const { handlers, process } = await load(found);
      const { id } = handlers.definition;
      const before = byId.get(id);
      if (taken.includes(id) || (before && before.name !== found.name)) {
        process?.stop();
        throw new PluginError('plugin_duplicate', found.name, `another plugin has the id “${id}”: give it its own`);
      }
      before?.process?.stop();
      byId.set(id, { name: found.name, handlers, process });
      refused.delete(found.name);
      for (const tell of listeners) tell(handlers);
    } catch (error) {
      const { code, message } = toPluginError(error, found.name);
      refused.set(found.name, { name: found.name, code, message });
      log.error({ plugin: found.name, code, message }, 'plugin refused');
    }
  }

  const ends: (() => void)[] = [];
  const known = new Set<string>();

  async function look(): Promise<void> {
    const found = (await discoverPlugins(dir)).filter(({ folder }) => !known.has(folder));
    for (const one of found) {
      known.add(one.folder);
      if (watch && !trusted.includes(one.name)) ends.push(watchFolder(one.folder, () => again(one.folder)));
    }
    const next = found.values();
    const takeRest = async (): Promise<void> => {
      for (const one of next) await takeIn(one);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, takeRest));
  }

  async function again(folder: string): Promise<void> {
    const found = (await discoverPlugins(dir)).find((one) => one.folder === folder);
    if (!found) return;
    log.info({ plugin: found.name }, 'plugin changed');
    await takeIn(found);
  }

  if (trusted.length > 0) lendLibraries(import.meta.url);
  await mkdir(dir, { recursive: true });
  await look();
  if (watch) ends.push(watchFolder(dir, look, { deep: false }));
  return {
    plugins: [...byId.values()].map(({ handlers }) => handlers),
    refused: () => [...refused.values()],
    processOf: (plugin) => byId.get(plugin)?.process?.state(),
    onChange: (listener) => void listeners.push(listener),
    stop() {
      for (const end of ends) end();
      for (const { process } of byId.values()) process?.stop();
    },
  };
}

function checked(plugin: PluginHandlers): PluginHandlers {
  checkPlugin(plugin);
  return plugin;
}

async function importHere(name: string, entry: string): Promise<PluginHandlers> {
  const { server } = (await import(pathToFileURL(entry).href)) as { server?: PluginHandlers };
  if (!server) throw new PluginError('plugin_invalid', name, 'it exports no “server”');
  return server;
}

function toPluginError(error: unknown, name: string): PluginError {
  return error instanceof PluginError ? error : new PluginError('plugin_not_loaded', name, String(error));
}
