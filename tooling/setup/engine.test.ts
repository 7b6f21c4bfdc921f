import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const setup = fileURLToPath(new URL('.', import.meta.url));
let project: string;
let facts: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'engine-'));
  facts = join(project, '.cache/engine.json');
  cpSync(setup, join(project, 'tooling/setup'), { recursive: true });
  mkdirSync(join(project, '.cache'));
  mkdirSync(join(project, 'bin'));
  writeFileSync(join(project, 'bin/apt-get'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

/** Prepares the engine on a machine where no packages can be fetched; answers the facts it leaves. */
function prepare(env: Record<string, string> = {}): { loader?: string; unavailable?: string } | null {
  const code = `import { prepareEngine } from '${join(project, 'tooling/setup/engine.mjs')}'; await prepareEngine();`;
  execFileSync(process.execPath, ['--input-type=module', '-e', code], { env: { PATH: join(project, 'bin'), ...env } });
  return existsSync(facts) ? (JSON.parse(readFileSync(facts, 'utf8')) as object) : null;
}

describe('preparing the engine', () => {
  it('given facts that hold, then they stay', () => {
    const found = { loader: process.execPath, libraryPath: project };
    writeFileSync(facts, JSON.stringify(found));
    expect(prepare()).toEqual(found);
  });

  it.for([
    ['name a library that is gone', JSON.stringify({ loader: '/nowhere/ld.so', libraryPath: '/nowhere' })],
    ['were cut short', '{"loader":"/now'],
    ['say that there was no way', JSON.stringify({ unavailable: 'none then' })],
  ])('given facts that %s, then they are found anew', ([, text]) => {
    writeFileSync(facts, text as string);
    const { loader, unavailable } = prepare() ?? {};
    expect(loader).toBeUndefined();
    if (unavailable !== undefined) expect(unavailable).toMatch(/^The embedded MongoDB engine .*: .*MONGODB_URI=.*\.$/);
    expect(unavailable).not.toBe('none then');
  });

  it('given another MongoDB, then nothing is prepared', () => {
    expect(prepare({ MONGODB_URI: 'mongodb://host/x' })).toBeNull();
  });
});
