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

for (const [name, args] of paths.length > 0 ? [tests] : [...checks, tests]) {
  const begin = Date.now();
  process.stdout.write(`\n${name}\n`);
  const { code } = await run(node, args, { env, show: true, timeoutMs: 1_500_000 });
  if (code !== 0 && name === 'Tests') closingLine();
  if (code !== 0) giveUp(`${name}: failed`);
  process.stdout.write(`${name}: fine (${Math.round((Date.now() - begin) / 1_000)} s)\n`);
}
closingLine();

function closingLine() {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, 'utf8'));
  process.stdout.write(`${numPassedTests} passed, ${numFailedTests} failed\n`);
}
