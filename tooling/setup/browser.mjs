import { existsSync } from 'node:fs';
import { giveUp, progress } from './print.mjs';
import { run } from './run.mjs';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of a Chromium for the tests: CHROMIUM_PATH, one that is installed, or Debian's package, installed where we may. */
export async function browser() {
  const found = [process.env.CHROMIUM_PATH, ...USUAL].find((path) => path && existsSync(path));
  if (found) return found;
  progress('Installing Chromium for the tests…');
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const [command, ...rest] = [...sudo, 'apt-get', ...args];
    const { code, output } = await run(command, rest, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    if (code !== 0)
      giveUp(
        `Chromium is needed for the tests and could not be installed; install it and set CHROMIUM_PATH.\n${output.trim().split('\n').slice(-3).join('\n')}`,
      );
  }
  return '/usr/bin/chromium';
}
