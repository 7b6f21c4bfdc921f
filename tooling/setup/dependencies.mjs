import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { giveUp, progress } from './print.mjs';
import { run } from './run.mjs';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Installs what package-lock.json names, unless that is what is installed. */
export async function installDependencies() {
  const stamp = join(root, 'node_modules', '.installed');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  progress('Installing dependencies…');
  const { code, output } = await run(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  if (code !== 0)
    giveUp(
      `The dependencies could not be installed; is the npm registry reachable?\n${output.trim().split('\n').slice(-8).join('\n')}`,
    );
  writeFileSync(stamp, lock);
}
