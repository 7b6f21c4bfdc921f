import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Gives keys of 32 bytes, one for each purpose, all from the installation's one secret. */
export type KeyFor = (purpose: string) => Uint8Array;

/**
 * The installation's secret: `SECRET_KEY`, or one made on the first start and kept in the data folder, readable by its owner only.
 * Keys for single purposes are derived from it (HKDF, RFC 5869).
 */
export function secretKeys({ secret, dataDir }: { secret?: string | undefined; dataDir: string }): KeyFor {
  const root = secret ?? kept(join(dataDir, 'secret.key'));
  return (purpose) => new Uint8Array(hkdfSync('sha256', root, 'scenarium', purpose, 32));
}

function kept(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const made = randomBytes(48).toString('base64url');
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, made, { mode: 0o600, flag: 'wx' });
  return made;
}
