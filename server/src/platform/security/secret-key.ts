import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../errors/start-error.ts';
import { usableFolder } from '../files/usable-folder.ts';

/** Gives keys of 32 bytes, one for each purpose, all from the installation's one secret. */
export type KeyFor = (purpose: string) => Uint8Array;

const SHORTEST = 32;

/**
 * The installation's secret: `SECRET_KEY`, or one made on the first start and kept in the data folder, readable by its owner only.
 * Keys for single purposes are derived from it (HKDF, RFC 5869).
 * @throws StartError when it can be neither read nor made
 */
export function secretKeys({ secret, dataDir }: { secret?: string | undefined; dataDir: string }): KeyFor {
  const root = secret ?? kept(dataDir);
  return (purpose) => new Uint8Array(hkdfSync('sha256', root, 'scenarium', purpose, 32));
}

/** Keys of before, while what they sealed is sealed anew: `SECRET_KEY_PREVIOUS`, or what the rotation left in the data folder. */
export function previousKeys({ previous, dataDir }: { previous?: string | undefined; dataDir: string }): KeyFor | null {
  const file = join(dataDir, 'secret.key.previous');
  const root = previous ?? (existsSync(file) ? read(file) : undefined);
  return root === undefined ? null : (purpose) => new Uint8Array(hkdfSync('sha256', root, 'scenarium', purpose, 32));
}

/**
 * Makes a new secret and keeps the old one beside it until the next start has sealed everything anew.
 * @throws StartError when there is no secret in the folder
 */
export function rotateKey(dataDir: string): void {
  const file = join(dataDir, 'secret.key');
  if (!existsSync(file))
    throw new StartError(
      `There is no ${file}: with SECRET_KEY set SECRET_KEY_PREVIOUS to the old one and SECRET_KEY to a new one.`,
    );
  renameSync(file, join(dataDir, 'secret.key.previous'));
  kept(dataDir);
}

/** Nothing needs what the rotation left any more. */
export function forgetPreviousKey(dataDir: string): void {
  rmSync(join(dataDir, 'secret.key.previous'), { force: true });
}

function kept(dataDir: string): string {
  usableFolder(dataDir, 'DATA_DIR');
  const file = join(dataDir, 'secret.key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
  const key = read(file);
  if (key.length < SHORTEST)
    throw new StartError(
      `The secret in ${file} is damaged: bring it back, or remove the file and let everyone sign in anew.`,
    );
  return key;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartError(
      `The file ${file} cannot be read (${code}): give this user the right to read it, or set SECRET_KEY.`,
    );
  }
}
