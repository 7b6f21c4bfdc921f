import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { createPlugin, KINDS } from './create-plugin.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const nameOf = (kind: string): string => `made-${kind}-${process.pid}`;
const env = { ...process.env, NODE_OPTIONS: '--conditions=scenarium-source' };

afterAll(() => {
  for (const kind of KINDS) rmSync(`${root}plugins/${nameOf(kind)}`, { recursive: true, force: true });
});

it(
  'makes plugins of every kind whose tests pass, which compile, and which do not overwrite one another',
  { timeout: 120_000 },
  () => {
    const folders = KINDS.map((kind) => createPlugin({ kind, name: nameOf(kind) }).folder);
    expect(createPlugin({ kind: 'action', name: nameOf('action') }).problem).toContain('already');
    const report = join(mkdtempSync(join(tmpdir(), 'made-')), 'report.json');
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=json', `--outputFile=${report}`, ...folders];
    execFileSync(process.execPath, args, { cwd: root, env, stdio: 'pipe' });
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>;
    expect([numPassedTests, numFailedTests]).toEqual([KINDS.length * 2, 0]);
    const files = folders.map((folder) => `${folder}/src/server.ts`);
    const strict = [
      '--noEmit',
      '--strict',
      '--exactOptionalPropertyTypes',
      '--target',
      'es2024',
      '--module',
      'nodenext',
      '--skipLibCheck',
    ];
    const more = [
      '--allowImportingTsExtensions',
      '--customConditions',
      'scenarium-source',
      '--types',
      'node',
      '--ignoreConfig',
    ];
    execFileSync(process.execPath, ['node_modules/ts7/bin/tsc', ...strict, ...more, ...files], {
      cwd: root,
      env: process.env,
      stdio: 'pipe',
    });
  },
);

it('given no kind, or no name, then it says what to write', () => {
  for (const args of [['thing', 'mine'], ['action', 'Not A Name'], []]) {
    const run = () =>
      execFileSync(process.execPath, ['tooling/create-plugin/main.ts', ...args], {
        cwd: root,
        stdio: 'pipe',
        encoding: 'utf8',
      });
    expect(run).toThrow(/Usage: npm run create-plugin/);
  }
});
