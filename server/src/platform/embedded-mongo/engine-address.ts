import { createHash } from 'node:crypto';
import { mkdirSync, statSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { StartError } from '../errors/start-error.ts';

/**
 * Path of the socket at which drivers find the engine of a folder, the same after every restart. It must be short, so it does not lie
 * in the data folder.
 * @throws StartError when its place belongs to another user
 */
export function engineAddress(directory: string): string {
  const user = userInfo().uid;
  const own = join(tmpdir(), `scenarium-${user}`);
  const folder = join(own, createHash('sha256').update(directory).digest('hex').slice(0, 16));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (statSync(own).uid !== user) {
    throw new StartError(`The folder ${own} belongs to another user: remove it, or set TMPDIR to another one.`);
  }
  return join(folder, 'mongo.sock');
}
