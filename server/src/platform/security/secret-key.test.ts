import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StartError } from '../errors/start-error.ts';
import { secretKeys } from './secret-key.ts';

let dataDir: string;
beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'secret-'))));
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe('the secret of an installation', () => {
  it('given none, when asked for, then it is made once and kept for the owner alone', () => {
    const keys = secretKeys({ dataDir });
    const file = join(dataDir, 'secret.key');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8').length).toBeGreaterThanOrEqual(64);
    expect(secretKeys({ dataDir })('tokens')).toEqual(keys('tokens'));
  });

  it('gives every purpose a key of its own, and every installation other ones', () => {
    const keys = secretKeys({ dataDir, secret: 'a'.repeat(48) });
    expect(keys('one')).toHaveLength(32);
    expect(keys('one')).not.toEqual(keys('two'));
    expect(keys('one')).not.toEqual(secretKeys({ dataDir, secret: 'b'.repeat(48) })('one'));
  });

  it.for(['', '\n', 'short'])('given a file with %j in it, then nothing is signed with that', (text) => {
    writeFileSync(join(dataDir, 'secret.key'), text);
    expect(() => secretKeys({ dataDir })).toThrow(StartError);
  });

  it.for(['/proc/nowhere', '/dev/null/data'])(
    'given a data folder that cannot be: %s, then it is refused',
    (nowhere) => {
      expect(() => secretKeys({ dataDir: nowhere })).toThrow(/set DATA_DIR to another folder/);
    },
  );

  it('given SECRET_KEY, then no file is needed', () => {
    expect(() => secretKeys({ dataDir: '/proc/nowhere', secret: 'c'.repeat(48) })).not.toThrow();
  });
});
