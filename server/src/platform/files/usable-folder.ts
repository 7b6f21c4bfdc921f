import { accessSync, constants, opendirSync } from 'node:fs';
import { StartError } from '../errors/start-error.ts';
import { makeFolder } from './make-folder.ts';

/**
 * Makes a folder where there is none, for this user alone, and checks that it can be read and written.
 * @param setting names the folder
 * @throws StartError saying what to do
 * @example usableFolder('/srv/scenarium/data', 'DATA_DIR');
 */
export function usableFolder(path: string, setting: 'DATA_DIR' | 'LOGS_DIR'): void {
  try {
    makeFolder(path, 0o700);
    opendirSync(path).closeSync();
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const advice = code === 'ENOTDIR' ? 'remove the file in its place' : 'give this user the right to write there';
    throw new StartError(
      `The folder ${path} cannot be used (${code}): ${advice}, or set ${setting} to another folder.`,
    );
  }
}
