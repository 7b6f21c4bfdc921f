import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { OpenApi } from './write-types.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The description that the server gives of itself; no database is started for it. */
export function describeApi(): OpenApi {
  const text = execFileSync(process.execPath, ['--conditions=scenarium-source', 'server/src/print-openapi.ts'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  });
  return JSON.parse(text) as OpenApi;
}
