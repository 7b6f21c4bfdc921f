import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PluginHandlers } from '@scenarium/sdk';
import { fakeContext } from '@scenarium/sdk/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadPlugins, type LoadedPlugins, type LoadOptions } from './load-plugins.ts';
import { writePlugin } from './isolated/write-plugin.fixture.ts';

let dir: string;
let loaded: LoadedPlugins;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'plugins-'))));
afterEach(() => {
  loaded.stop();
  rmSync(dir, { recursive: true, force: true });
});

async function load(options: Partial<LoadOptions> = {}): Promise<LoadedPlugins> {
  const { log } = fakeContext({});
  loaded = await loadPlugins({ dir, trusted: [], taken: ['http'], memory: 256, watch: false, log, ...options });
  return loaded;
}

const idsOf = ({ plugins }: LoadedPlugins): string[] => plugins.map(({ definition }) => definition.id).sort();

function run(plugin: PluginHandlers | undefined): Promise<unknown> {
  return plugin?.actions['run']?.({ how: 'x' } as never, fakeContext({}) as never) as Promise<unknown>;
}

it('given a folder that is not there, then there are no plugins', async () => {
  await load({ dir: join(dir, 'none') });
  expect([loaded.plugins, loaded.refused()]).toEqual([[], []]);
});

it('given folders and npm packages, then each is a plugin; other packages are not', async () => {
  writePlugin(dir, { id: 'one' });
  writePlugin(dir, { id: 'two', file: 'src/server.ts' });
  const modules = join(dir, 'node_modules');
  for (const [name, keywords] of [
    ['three', ['scenarium-plugin']],
    ['left-pad', []],
  ] as const) {
    writePlugin(modules, { id: name, file: 'dist/server.mjs' });
    const manifest = { name, type: 'module', keywords, exports: { './server': './dist/server.mjs' } };
    writeFileSync(join(modules, name, 'package.json'), JSON.stringify(manifest));
  }
  expect(idsOf(await load())).toEqual(['one', 'three', 'two']);
  expect(loaded.refused()).toEqual([]);
  expect(loaded.processOf('three')).toMatchObject({ running: true });
});

it('given plugins that are not right, then each is refused with its reason and the others are there', async () => {
  writePlugin(dir, { id: 'good' });
  const broken = {
    http: ['plugin_duplicate', undefined],
    syntax: ['plugin_not_loaded', 'export const server = {'],
    empty: ['plugin_invalid', 'export const other = 1;'],
    network: ['plugin_module_refused', 'import "node:net"; export const server = 1;'],
    looping: ['plugin_not_loaded', 'for (;;);'],
    leaving: ['plugin_not_loaded', 'process.exit(0);'],
    lying: ['plugin_invalid', 'export const server = { definition: { id: "Not An Id", actions: {} } };'],
  } as const;
  for (const [id, [, text]] of Object.entries(broken)) {
    writePlugin(dir, { id });
    if (text) writeFileSync(join(dir, id, 'index.ts'), text);
  }
  mkdirSync(join(dir, 'nothing'));
  expect(idsOf(await load())).toEqual(['good']);
  const codes = Object.fromEntries(loaded.refused().map(({ name, code }) => [name, code]));
  expect(codes).toEqual({
    ...Object.fromEntries(Object.entries(broken).map(([id, [code]]) => [id, code])),
    nothing: 'plugin_invalid',
  });
}, 60_000);

it('given a plugin that is trusted, then it runs in the host', async () => {
  writePlugin(dir, { id: 'friend', body: 'return process.pid;', file: 'index.mjs' });
  await load({ trusted: ['friend'] });
  expect(await run(loaded.plugins[0])).toBe(process.pid);
  expect(loaded.processOf('friend')).toBeUndefined();
});

it('given files that change, come, or break, then the latest form that is right is used', async () => {
  writePlugin(dir, { id: 'one', body: 'return 1;' });
  await load({ watch: true });
  const next = (): Promise<PluginHandlers> => new Promise((resolve) => loaded.onChange(resolve));
  let change = next();
  writePlugin(dir, { id: 'one', body: 'return 2;' });
  expect(await run(await change)).toBe(2);
  change = next();
  writePlugin(dir, { id: 'one', body: 'return (' });
  for (const end = Date.now() + 10_000; loaded.refused().length === 0 && Date.now() < end;) await pause();
  expect(loaded.refused()).toEqual([expect.objectContaining({ name: 'one', code: 'plugin_not_loaded' })]);
  expect(loaded.processOf('one')).toMatchObject({ running: true });
  writePlugin(dir, { id: 'one', body: 'return 3;' });
  expect(await run(await change)).toBe(3);
  expect(loaded.refused()).toEqual([]);
  change = next();
  writePlugin(dir, { id: 'two', body: 'return "new";' });
  expect(await run(await change)).toBe('new');
}, 60_000);

async function pause(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 50));
}
