import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';

/** A plugin in a folder of the installation, not loaded yet. */
export interface FoundPlugin {
  /** Name of its folder or package. */
  name: string;
  folder: string;
  /** Its file that exports `server`; null where there is none. */
  entry: string | null;
}

/** Where a plugin without `exports` in its package.json has its handlers; the first that exists. */
const ENTRIES = ['server', 'index', 'src/server', 'src/index'].flatMap((name) =>
  ['ts', 'mts', 'js', 'mjs'].map((ending) => `${name}.${ending}`),
);

/** Packages with this keyword are plugins: `npm install --prefix <folder> <package>`. */
const KEYWORD = 'scenarium-plugin';

/**
 * The plugins in a folder: each of its subfolders, and each npm package installed there that has the keyword `scenarium-plugin`.
 * A folder that is not there holds none.
 *
 * @example await discoverPlugins('/data/plugins') // [{ name: 'hello', folder: '/data/plugins/hello', entry: '/data/plugins/hello/index.ts' }]
 */
export async function discoverPlugins(dir: string): Promise<FoundPlugin[]> {
  const own = (await foldersOf(dir)).filter((folder) => basename(folder) !== 'node_modules');
  const installed = await packagesOf(join(dir, 'node_modules'));
  const found = [
    ...(await Promise.all(own.map((folder) => describe(folder, basename(folder))))),
    ...(await Promise.all(installed.map((folder) => describe(folder, packageName(folder))))).filter(isPlugin),
  ];
  return found.map(({ name, folder, entry }) => ({ name, folder, entry }));
}

interface Manifest {
  keywords?: unknown;
  exports?: Record<string, unknown>;
}

async function describe(folder: string, name: string): Promise<FoundPlugin & { manifest: Manifest }> {
  const manifest = await readManifest(folder);
  const door = Object(manifest.exports)['./server'] as unknown;
  const named = typeof door === 'string' ? door : (Object(door) as { default?: unknown }).default;
  const candidates = typeof named === 'string' ? [named] : ENTRIES;
  const paths = candidates.map((path) => join(folder, path)).filter((path) => path.startsWith(folder + sep));
  return { name, folder, entry: paths.find((path) => existsSync(path)) ?? null, manifest };
}

function isPlugin({ manifest: { keywords } }: { manifest: Manifest }): boolean {
  return Array.isArray(keywords) && keywords.includes(KEYWORD);
}

async function readManifest(folder: string): Promise<Manifest> {
  try {
    return Object(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))) as Manifest;
  } catch {
    return {};
  }
}

async function foldersOf(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.name.startsWith('.') && (entry.isDirectory() || entry.isSymbolicLink()))
    .map(({ name }) => join(dir, name))
    .sort();
}

async function packagesOf(modules: string): Promise<string[]> {
  const folders = await foldersOf(modules);
  const scoped = await Promise.all(folders.filter((folder) => basename(folder).startsWith('@')).map(foldersOf));
  return [...folders.filter((folder) => !basename(folder).startsWith('@')), ...scoped.flat()];
}

function packageName(folder: string): string {
  return folder.slice(folder.lastIndexOf(`node_modules${sep}`) + `node_modules${sep}`.length).replaceAll(sep, '/');
}
