import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cache, root } from './paths.mjs';
import { giveUp, progress } from './print.mjs';
import { run } from './run.mjs';

const NEEDED = 24;

/** Path of a Node.js that is new enough: this one, or one from the npm registry, pinned by its lock file. */
export async function nodeRuntime() {
  if (Number(process.versions.node.split('.')[0]) >= NEEDED) return process.execPath;
  const folder = join(cache, 'runtime');
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const node = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(node)) return node;
  progress(`Fetching Node.js ${NEEDED} (this machine has ${process.versions.node})…`);
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    copyFileSync(join(root, 'tooling', 'runtime', file), join(folder, file));
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { output } = await run(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
  if (!existsSync(node))
    giveUp(
      `Node.js ${NEEDED} could not be fetched for ${name}; install Node.js ${NEEDED} and try again.\n${output.trim()}`,
    );
  return node;
}
