import { chmodSync, globSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { engineLaunch } from './start-engine.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * An engine that cannot be loaded on this machine: its real library, changed or left out.
 * @param folder an empty one, made for it
 * @param change words of the library → words of the same length; without it the library is not there
 * @returns the file for ENGINE_FILE
 */
export function brokenEngine(folder: string, change?: readonly [string, string]): string {
  const [library = ''] = globSync('node_modules/@0q/*/*.node', { cwd: root }).map((path) => join(root, path));
  const copy = join(folder, basename(library));
  if (change) {
    const text = readFileSync(library, 'latin1');
    if (!text.includes(change[0]) || change[0].length !== change[1].length)
      throw new Error(`cannot change ${change[0]}`);
    writeFileSync(copy, text.replaceAll(...change), 'latin1');
    for (const path of globSync(join(dirname(library), '*.so'))) symlinkSync(path, join(folder, basename(path)));
  }
  const { loader, libraryPath = '' } = engineLaunch();
  const start = join(folder, 'start.sh');
  writeFileSync(
    start,
    `#!/bin/sh\nexport NAPI_RS_NATIVE_LIBRARY_PATH='${copy}'\n${loader ? `exec '${loader}' "$@"` : 'shift 2\nexec "$@"'}\n`,
  );
  chmodSync(start, 0o755);
  const facts = join(folder, 'engine.json');
  writeFileSync(facts, JSON.stringify({ loader: start, libraryPath }));
  return facts;
}
