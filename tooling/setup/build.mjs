import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, root } from './paths.mjs';
import { giveUp, progress } from './print.mjs';
import { run } from './run.mjs';

const SOURCES = [
  'scenarios/language',
  'scenarios/engine',
  'scenarios/templates',
  'plugins',
  'server',
  'widget',
  'studio',
  'tooling',
  'tsconfig.json',
  'package-lock.json',
];
const PASSED_OVER = new Set(['node_modules', 'dist']);

/** Builds everything that runs, unless nothing changed since. */
export async function build(node) {
  const stamp = join(cache, 'built');
  const now = fingerprint();
  const isBuilt = ['server/dist/main.js', 'widget/dist/chat.html', 'studio/dist/index.html'].every((file) =>
    existsSync(join(root, file)),
  );
  if (isBuilt && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  progress('Building…');
  for (const args of [
    ['node_modules/ts7/bin/tsc', '-b'],
    ['widget/build.mjs'],
    ['node_modules/vite/bin/vite.js', 'build', 'studio', '--logLevel', 'warn'],
  ]) {
    const { code, output } = await run(node, args);
    if (code !== 0) giveUp(`The build failed:\n${output}`);
  }
  writeFileSync(stamp, now);
}

function fingerprint() {
  const hash = createHash('sha256');
  const visit = (path) => {
    const stat = statSync(path);
    if (!stat.isDirectory()) return void hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`);
    for (const name of readdirSync(path).sort()) if (!PASSED_OVER.has(name)) visit(join(path, name));
  };
  for (const source of SOURCES) visit(join(root, source));
  return hash.digest('hex');
}
