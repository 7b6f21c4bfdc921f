// npm test: sets up whatever is missing, then runs every check. `npm test -- <path>` runs the tests of a path only.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { browser } from './setup/browser.mjs';
import { build } from './setup/build.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { prepareEngine } from './setup/engine.mjs';
import { cache } from './setup/paths.mjs';
import { giveUp } from './setup/print.mjs';
import { run } from './setup/run.mjs';
import { nodeRuntime } from './setup/runtime.mjs';

const paths = process.argv.slice(2);
process.stdout.write('Setting up\n');
await installDependencies();
const node = await nodeRuntime();
await prepareEngine();
const chromium = await browser();
await build(node);

const results = join(cache, 'test-results.json');
mkdirSync(cache, { recursive: true });
const checks = [
  ['Format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
  ['Lint', ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.']],
  ['Types', ['node_modules/ts7/bin/tsc', '-p', 'tooling/tsconfig.tests.json']],
  ['Types of the chat page', ['node_modules/ts7/bin/tsc', '-p', 'widget']],
  ['Types of the studio', ['node_modules/ts7/bin/tsc', '-p', 'studio']],
  ['Boundaries', ['tooling/boundaries/check.ts']],
];
const tests = [
  'Tests',
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
    ...paths,
  ],
];
const path = `${join(node, '..')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`;
const env = {
  ...process.env,
  PATH: path,
  CHROMIUM_PATH: chromium,
  NODE_OPTIONS: '--conditions=scenarium-source',
  // Tests start some hundred servers, all of the same files.
  NODE_COMPILE_CACHE: join(cache, 'compiled'),
};

if (paths.length === 0) {
  const isFine = await Promise.all(checks.map((check) => isPassed(check)));
  if (isFine.includes(false)) giveUp('Mend what failed, then run it again');
}
const passed = await isPassed(tests, { show: true });
closingLine();
if (!passed) process.exit(1);

/** Runs a part; what it prints is shown at its end, or while it comes. */
async function isPassed([name, args], { show = false } = {}) {
  const begin = Date.now();
  const { code, output } = await run(node, args, { env, show, timeoutMs: 1_500_000 });
  const seconds = Math.round((Date.now() - begin) / 1_000);
  process.stdout.write(`${output}${name}: ${code === 0 ? 'fine' : 'failed'} (${seconds} s)\n`);
  return code === 0;
}

function closingLine() {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, 'utf8'));
  process.stdout.write(`${numPassedTests} passed, ${numFailedTests} failed\n`);
}
